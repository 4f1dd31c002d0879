import { topic, type Topic } from './topic.js'

/** Trouble around the house, with people and with customers. Our own texts; no entry contains a double quote. */
export const OFFICE: readonly Topic[] = [
  topic(
    'heating radiator',
    'Heating {place} does not come on | It is sixteen degrees at nine in the morning | Reset the controller in the basement',
    'Radiator {place} is dripping | We put a bucket underneath | Tightened the joint and renewed the seal',
    'Heating {place} cannot be turned down | The valve turns but nothing happens | Replaced the valve',
  ),
  topic(
    'badge',
    'Badge does not open the door {place} | The reader blinks red twice | Added the door to the access profile',
    'Lost my badge on the train | I need to get into the archive before noon | Blocked the old badge and issued a new one',
    'Badge for a visitor next week | The visitor stays for three days | Left a visitor badge with the porter',
  ),
  topic(
    'payroll payslip',
    'Payroll used the wrong tax class | The difference is about two hundred | Corrected the tax class, the difference comes with the next run',
    'Payslip for last month is missing | The portal shows an empty page | Uploaded the document again',
    'Overtime is missing from payroll | My manager approved the hours in writing | Added the hours to the next run',
  ),
  topic(
    'chair',
    'Chair {place} has a broken wheel | Somebody could fall off it | Fitted new wheels',
    'Chair squeaks in the open-plan area | It disturbs everybody in calls | Oiled the joint',
    'Extra chair needed {place} | A new colleague shares the desk from Monday on | Brought one up from storage',
  ),
  topic(
    'invoice',
    'Invoice from the florist was paid twice | The amounts and dates are identical | Asked the supplier for a credit note',
    'Invoice lacks our order number | Accounting sent it back to me | Had the supplier issue a new one',
    'Supplier still waits for an invoice payment | We received a second reminder today | Released the payment run by hand',
  ),
  topic(
    'refund',
    'Refund for a cancelled order is overdue | The customer has called three times | Paid out the open amount today',
    'Customer received the wrong refund | It should have been twenty more | Paid the difference with an apology',
    'Refund went to a closed account | The bank sent the money back to us | Collected the new bank details and paid again',
  ),
  topic(
    'parcel courier',
    'Parcel for the trade fair is lost | The tracking page has not changed for four days | Filed a claim with the carrier and sent a replacement',
    'Courier left a parcel in the rain | The contents are ruined | The carrier pays for the damage',
    'Courier refuses to come to the loading bay | We ship from there every afternoon | Agreed on a new pick-up point',
  ),
  topic(
    'lift',
    'Lift stops between two floors | Somebody was stuck for twenty minutes | The maintenance firm replaced a relay',
    'Lift doors close too fast | A delivery trolley was hit | The maintenance firm replaced a door sensor',
    'Strange noise in the goods lift | It sounds like metal on metal | Adjusted the brake and greased the rails',
  ),
  topic(
    'onboarding',
    'Onboarding of two new colleagues on the first | They join the field service | Prepared the accounts and desks',
    'Onboarding checklist is out of date | It still names people who left | Published the revised checklist',
    'Equipment for onboarding has not arrived | The first day is on Monday | Lent out devices from stock',
  ),
  topic(
    'contract',
    'Contract draft needs a legal check | The partner expects an answer this week | Legal approved it with two changes',
    'Contract with the cleaning firm runs out | Notice has to be given by the end of the month | Extended it for one year',
    'Wrong start date in a contract | Page three is affected | Both sides signed the corrected page',
  ),
  topic(
    'dishwasher',
    'Dishwasher {place} floods the floor | It happens at the end of each run | Replaced the drain hose',
    'Dishwasher {place} leaves everything dirty | Salt and rinse aid are full | Cleaned the spray arms',
    'Dishwasher {place} does not start | The display stays dark | Changed a fuse',
  ),
  topic(
    'coffee',
    'Coffee machine {place} asks for descaling | The display has shown it since yesterday | Descaled it and ordered filters',
    'Coffee machine {place} swallows coins | It took two euros from me | The vendor repaired the coin slot',
    'No coffee beans left {place} | Guests arrive at noon | Refilled the shelf and raised the standing order',
  ),
  topic(
    'parking',
    'Parking space for a guest on Thursday | The guest comes by electric car | Reserved a space next to the entrance',
    'Parking barrier does not open | The queue reached the street this morning | Reset the barrier and replaced the loop',
    'Somebody uses my parking spot | It is the third time this week | Spoke to the driver and renewed the sign',
  ),
  topic(
    'lamp lights',
    'Lamp over the stairs is broken | It is quite dark there in the evening | Changed the tube and the starter',
    'Lights {place} stay on all night | The motion sensor seems to be stuck | Adjusted the motion sensor',
    'Flickering lamp {place} | Two of us get headaches from it | Replaced the ballast',
  ),
  topic(
    'survey',
    'Survey link leads to an empty page | It should go out to two thousand people tomorrow | Published it under a new link',
    'Results of the staff survey are visible to everyone | Names can be told from the answers | Restricted the results to the working group',
    'Customer survey was sent twice | Some recipients are quite annoyed | Sent a short apology and removed the second list',
  ),
  topic(
    'training',
    'Training on fire safety is overbooked | Eleven people are on the waiting list | Added a second date',
    'Proof of my training is missing | I took part in it in spring | Issued the document again',
    'Training on negotiation needs more space | We have eighteen participants by now | Moved it to the canteen',
  ),
  topic(
    'van',
    'Van fails its inspection | The garage wants to know how to go on | Had the brakes done, the sticker is on',
    'Dent in the delivery van | It happened in our own yard | The insurance covers the repair',
    'Van needs winter tyres | The first frost is forecast for next week | Had them fitted this morning',
  ),
  topic(
    'catering',
    'Catering for the board meeting | We expect fourteen people | Ordered for fourteen, delivery at half past eleven',
    'Catering forgot the vegetarian dishes | It is the second time this month | The caterer apologised and took a third off',
    'Catering costs too much | Two other offers are about a fifth lower | Negotiated a lower price per head',
  ),
  topic(
    'alarm',
    'Alarm goes off without a reason {place} | The security firm came out twice at night | Replaced a faulty detector',
    'Fire alarm test clashes with an exam | Sixty candidates sit in the hall that morning | Moved the test to the afternoon',
    'Alarm code has to be changed | A temporary worker left who knew it | Set a new code and informed the key holders',
  ),
  topic(
    'window blinds',
    'Window {place} does not close | The rain comes in | Adjusted the hinges and the handle',
    'Blinds {place} are stuck halfway | The sun makes it impossible to read the screen | Untangled the cord',
    'Cracked window {place} | It may have been a ball from the playground | Ordered a new pane and sealed the crack',
  ),
]
