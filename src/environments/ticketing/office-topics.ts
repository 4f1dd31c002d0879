import { topic, type Topic } from './topic.js'

/** Trouble around the house, with people and with customers. Our own texts; no entry contains a double quote. */
export const OFFICE: readonly Topic[] = [
  topic(
    'heating radiator',
    'Heating {place} does not come on | It is sixteen degrees at nine in the morning | Reset the controller in the basement | Bled the pipes and refilled the system | The caretaker was here, but it is still cold',
    'Radiator {place} is dripping | We put a bucket underneath | Tightened the joint and renewed the seal | The plumber replaced the valve | The bucket is full twice a day now',
    'Heating {place} cannot be turned down | The valve turns but nothing happens | Replaced the valve | Freed the stuck pin of the valve | We have to keep the windows open all day',
  ),
  topic(
    'badge',
    'Badge does not open the door {place} | The reader blinks red twice | Added the door to the access profile | Wrote the badge again at the front desk | The same badge opens all other doors',
    'Lost my badge on the train | I need to get into the archive before noon | Blocked the old badge and issued a new one | The badge was found and handed back | The railway has not found it, so please block it',
    'Badge for a visitor next week | The visitor stays for three days | Left a visitor badge with the porter | Sent the visitor a code for the gate | The visitor comes a day later than planned',
  ),
  topic(
    'payroll payslip',
    'Payroll used the wrong tax class | The difference is about two hundred | Corrected the tax class, the difference comes with the next run | The tax office has sent the right class, paid out the difference | The payslip of this month is wrong as well',
    'Payslip for last month is missing | The portal shows an empty page | Uploaded the document again | Sent the payslip by post | I need it for my bank by Friday',
    'Overtime is missing from payroll | My manager approved the hours in writing | Added the hours to the next run | Paid the hours with a correction run | It is eleven hours in all, the list is in the folder',
  ),
  topic(
    'chair',
    'Chair {place} has a broken wheel | Somebody could fall off it | Fitted new wheels | Swapped the chair for one from the meeting room | The second wheel is loose now as well',
    'Chair squeaks in the open-plan area | It disturbs everybody in calls | Oiled the joint | Exchanged the gas spring | It squeaks only when one leans back',
    'Extra chair needed {place} | A new colleague shares the desk from Monday on | Brought one up from storage | Ordered a chair, it comes with the next delivery | It turns out that we need two chairs',
  ),
  topic(
    'invoice',
    'Invoice from the florist was paid twice | The amounts and dates are identical | Asked the supplier for a credit note | The florist has paid the second amount back | The florist confirmed that both payments arrived',
    'Invoice lacks our order number | Accounting sent it back to me | Had the supplier issue a new one | Added the order number by hand, accounting accepted it | The number should be the one from the March order',
    'Supplier still waits for an invoice payment | We received a second reminder today | Released the payment run by hand | The payment went out with a note to the supplier | The supplier has stopped deliveries until it is paid',
  ),
  topic(
    'refund',
    'Refund for a cancelled order is overdue | The customer has called three times | Paid out the open amount today | Refunded the order and wrote to the customer | The customer now talks about a lawyer',
    'Customer received the wrong refund | It should have been twenty more | Paid the difference with an apology | Transferred the missing twenty | The customer sent a copy of the receipt',
    'Refund went to a closed account | The bank sent the money back to us | Collected the new bank details and paid again | Sent a cheque instead | The customer has given us the new account over the phone',
  ),
  topic(
    'parcel courier',
    'Parcel for the trade fair is lost | The tracking page has not changed for four days | Filed a claim with the carrier and sent a replacement | The parcel turned up in the wrong depot and is on its way | The fair opens on Tuesday, so we need a second set',
    'Courier left a parcel in the rain | The contents are ruined | The carrier pays for the damage | Ordered the contents again at the cost of the carrier | I have added six photos of the damage',
    'Courier refuses to come to the loading bay | We ship from there every afternoon | Agreed on a new pick-up point | The new ramp is marked, the courier comes again | The courier wants a parking space near the gate',
  ),
  topic(
    'lift',
    'Lift stops between two floors | Somebody was stuck for twenty minutes | The maintenance firm replaced a relay | Inspected and released by the safety engineer | It stopped again today, with nobody in it',
    'Lift doors close too fast | A delivery trolley was hit | The maintenance firm replaced a door sensor | Set the closing time to eight seconds | A colleague on crutches was hit as well',
    'Strange noise in the goods lift | It sounds like metal on metal | Adjusted the brake and greased the rails | Replaced a worn guide roller | The noise is louder with a load',
  ),
  topic(
    'onboarding',
    'Onboarding of two new colleagues on the first | They join the field service | Prepared the accounts and desks | Everything is ready, the passes lie at the front desk | It will be three new colleagues',
    'Onboarding checklist is out of date | It still names people who left | Published the revised checklist | Removed the old names and added the new contacts | The list of rooms is wrong as well',
    'Equipment for onboarding has not arrived | The first day is on Monday | Lent out devices from stock | The delivery arrived and is set up | The screens are here, the laptops are still missing',
  ),
  topic(
    'contract',
    'Contract draft needs a legal check | The partner expects an answer this week | Legal approved it with two changes | Sent it back to the partner with our comments | The partner has sent a new version this morning',
    'Contract with the cleaning firm runs out | Notice has to be given by the end of the month | Extended it for one year | Gave notice in time and chose a new firm | We would like to leave them in any case',
    'Wrong start date in a contract | Page three is affected | Both sides signed the corrected page | Drew up an addendum with the right date | It should be the first of March',
  ),
  topic(
    'dishwasher',
    'Dishwasher {place} floods the floor | It happens at the end of each run | Replaced the drain hose | Sealed the door and levelled the machine | The water has reached the corridor',
    'Dishwasher {place} leaves everything dirty | Salt and rinse aid are full | Cleaned the spray arms | Changed the setting to hard water | Only the glasses come out dirty now',
    'Dishwasher {place} does not start | The display stays dark | Changed a fuse | Repaired the latch of the door | It started once yesterday and then never again',
  ),
  topic(
    'coffee',
    'Coffee machine {place} asks for descaling | The display has shown it since yesterday | Descaled it and ordered filters | Ran the descaling programme twice | It does not make any coffee at all now',
    'Coffee machine {place} swallows coins | It took two euros from me | The vendor repaired the coin slot | Emptied the jammed coin box | It has taken another five euros from visitors',
    'No coffee beans left {place} | Guests arrive at noon | Refilled the shelf and raised the standing order | Bought six packs at the shop around the corner | The filters have run out as well',
  ),
  topic(
    'parking',
    'Parking space for a guest on Thursday | The guest comes by electric car | Reserved a space next to the entrance | Booked space number 12 in the name of the guest | The guest comes on Friday instead',
    'Parking barrier does not open | The queue reached the street this morning | Reset the barrier and replaced the loop | Exchanged the receiver of the gate | It opens by hand, but not with the card',
    'Somebody uses my parking spot | It is the third time this week | Spoke to the driver and renewed the sign | Assigned another space | It is a silver estate car, I took a photo',
  ),
  topic(
    'lamp lights',
    'Lamp over the stairs is broken | It is quite dark there in the evening | Changed the tube and the starter | Fitted an LED lamp | The lamp next to it has gone out too',
    'Lights {place} stay on all night | The motion sensor seems to be stuck | Adjusted the motion sensor | Set a timer for ten in the evening | They were on all weekend as well',
    'Flickering lamp {place} | Two of us get headaches from it | Replaced the ballast | Tightened the contact in the socket | It flickers and hums now',
  ),
  topic(
    'survey',
    'Survey link leads to an empty page | It should go out to two thousand people tomorrow | Published it under a new link | Repaired the link and tested it on a phone | The survey has to go out by noon',
    'Results of the staff survey are visible to everyone | Names can be told from the answers | Restricted the results to the working group | Took the page offline and informed the works council | Forty people had opened the page by this morning',
    'Customer survey was sent twice | Some recipients are quite annoyed | Sent a short apology and removed the second list | Stopped the second sending halfway | We have had twelve complaints so far',
  ),
  topic(
    'training',
    'Training on fire safety is overbooked | Eleven people are on the waiting list | Added a second date | Found a bigger room for the same day | There are fourteen on the waiting list by now',
    'Proof of my training is missing | I took part in it in spring | Issued the document again | Found the signed list and sent the certificate | The trainer says that my name is on the list',
    'Training on negotiation needs more space | We have eighteen participants by now | Moved it to the canteen | Split the group in two | Two more have signed up, so we are twenty',
  ),
  topic(
    'van',
    'Van fails its inspection | The garage wants to know how to go on | Had the brakes done, the sticker is on | Replaced the exhaust, the second inspection went well | The garage asks for 900 before they start',
    'Dent in the delivery van | It happened in our own yard | The insurance covers the repair | The body shop has pulled out the dent | The sliding door does not close any more',
    'Van needs winter tyres | The first frost is forecast for next week | Had them fitted this morning | Changed the tyres in our own workshop | The van is needed in the mountains on Monday',
  ),
  topic(
    'catering',
    'Catering for the board meeting | We expect fourteen people | Ordered for fourteen, delivery at half past eleven | The new caterer has confirmed the order | It is sixteen people by now, two of them vegan',
    'Catering forgot the vegetarian dishes | It is the second time this month | The caterer apologised and took a third off | Ordered the missing dishes from the place next door | It was six people who had nothing to eat',
    'Catering costs too much | Two other offers are about a fifth lower | Negotiated a lower price per head | Signed with the cheaper of the two offers | A third offer came in that is lower still',
  ),
  topic(
    'alarm',
    'Alarm goes off without a reason {place} | The security firm came out twice at night | Replaced a faulty detector | Set the detector to a lower sensitivity | The police came this time, they will charge us',
    'Fire alarm test clashes with an exam | Sixty candidates sit in the hall that morning | Moved the test to the afternoon | Put the exam into the other building | The exam was moved to the 18th, so the test can go on',
    'Alarm code has to be changed | A temporary worker left who knew it | Set a new code and informed the key holders | Changed the code and the contact list | There are two of them who knew the code',
  ),
  topic(
    'window blinds',
    'Window {place} does not close | The rain comes in | Adjusted the hinges and the handle | A carpenter has planed the frame | The carpet is wet as well by now',
    'Blinds {place} are stuck halfway | The sun makes it impossible to read the screen | Untangled the cord | Exchanged the motor of the blinds | They came down yesterday and do not go up any more',
    'Cracked window {place} | It may have been a ball from the playground | Ordered a new pane and sealed the crack | The glazier has put in a new pane | The crack is as long as an arm by now',
  ),
]
