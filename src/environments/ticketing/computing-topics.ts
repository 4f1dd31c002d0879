import { topic, type Topic } from './topic.js'

/** Trouble with computers and accounts. Our own texts; no entry contains a double quote. */
export const COMPUTING: readonly Topic[] = [
  topic(
    'printer',
    'Printer {place} jams on every second page | It started after the toner was changed on Monday | Replaced the feed roller and cleaned the paper path | Cleared a torn sheet out of the fuser | It jams on every page now, so the whole corridor prints elsewhere',
    'Printer {place} leaves grey stripes | The stripes are on copies and on prints alike | Cleaned the drum and exchanged the toner | Fitted a new drum | The stripes have become black bands since yesterday',
    'Cannot reach the printer {place} | The queue says that the device is offline, other departments have the same trouble | Gave the printer a fixed address again | Reinstalled the driver and set the queue as default | It came back for an hour this morning and is offline again',
  ),
  topic(
    'VPN tunnel',
    'VPN drops every few minutes | The connection comes up and is gone again after about four minutes | Moved the account to the new gateway | Replaced the old client with the current version | It now drops after one minute, I cannot join any call',
    'VPN tunnel refuses my certificate | It worked until the update last week | Renewed the certificate and restarted the gateway | Issued a new certificate for the laptop | My colleague with the same laptop gets the same refusal',
    'No VPN connection from abroad | I tried it in two hotels and over my phone | Lifted the country block for the length of the trip | Switched the profile to the second gateway | I am back at home now, but the next trip is in two weeks',
  ),
  topic(
    'laptop battery',
    'Laptop battery lasts less than an hour | The device is about three years old | Exchanged the battery under warranty | Turned down the background sync, it lasts five hours again | It is down to twenty minutes by now',
    'Laptop shuts down without warning | It happens most often in video calls | Removed dust from the fan and renewed the heat paste | Put in a new fan | It shut down three times today, once during a customer call',
    'Swollen laptop battery | The case does not close any more, I have switched it off | Took the device back and handed out a replacement | Sent the device in and set up a loan laptop | I handed it in at the service counter and work on a loan device',
  ),
  topic(
    'projector',
    'Projector {place} shows no picture | Another cable made no difference | Replaced the cable in the floor box | Set the input back to HDMI 1 | We have a client presentation there on Thursday',
    'Projector {place} turns itself off | The lamp indicator blinks orange before it goes dark | Fitted a new lamp and cleaned the filter | Renewed the lamp, the next one is due in two years | It lasted only five minutes in the meeting today',
    'Colours of the projector {place} are off | Everything has a green tint, our slides look ill | Loaded the factory colour profile | Tightened the loose plug behind the screen | Now everything is pink instead of green',
  ),
  topic(
    'mailbox',
    'Mailbox is full although I deleted everything | I have already emptied the bin | Raised the quota and archived old mail | Emptied the hidden recovery folder | I cannot send anything any more either',
    'Shared mailbox of the team has vanished | My colleagues can still see it | Restored the permissions of the group | Added the team group to the mailbox again | Two more colleagues have lost it since',
    'Mailbox rejects attachments | Messages come back with a size warning | Raised the limit for attachments | Set up a share for large files instead | Even a 2 MB photo comes back now',
  ),
  topic(
    'spreadsheet macro',
    'Spreadsheet for the forecast opens read-only | Nobody else has it open as far as I can tell | Released the stale lock on the file server | Closed a session that was still open in the meeting room | We need to enter the new figures by Wednesday',
    'Macro in the cost sheet stops with an error | The error names a missing library | Installed the missing library | Rewrote the macro without the library | It also happens on the computer of my colleague',
    'Spreadsheet loses its formulas | An older copy still works | Restored the file from the nightly copy | Turned off the add-in that overwrote them | The copy from last week has lost its formulas too',
  ),
  topic(
    'monitor',
    'Second monitor stays black | It is found but shows nothing | Replaced the docking station | Changed the cable, it was the wrong kind | It works on the dock of my neighbour',
    'Monitor flickers at my desk | I swapped the cable already | Set the refresh rate to 60 Hz | Exchanged the monitor for one from stock | It flickers only in the afternoon',
    'Monitor arm {place} is broken | The screen hangs at an angle and might fall | Screwed on a new arm | Fastened the loose clamp and checked the others | I have taken the screen down to be safe',
  ),
  topic(
    'headset microphone',
    'Headset crackles in calls | Callers say that I sound as if under water | Updated the firmware of the headset | Gave out a wired headset instead | It is worse on the train than in the office',
    'Headset is not recognised any more | The light on the cable stays red | Handed out a new one from stock | Removed the old pairing and connected it again | I use my phone for calls until it works',
    'Microphone cuts out after a minute | It works on the computer next to mine | Turned off the power saving of the port | Replaced the cable of the microphone | Nobody could hear me in the team meeting today',
  ),
  topic(
    'backup',
    'Nightly backup has not finished since Friday | The report mentions a full volume | Extended the volume and ran the job by hand | Deleted old snapshots, last night it ran through | Sunday is missing as well now',
    'Backup of the design files is incomplete | About forty gigabytes are missing | Added the new share to the job | Restarted the job, all files are there now | The folder with the logos is missing too',
    'Please restore a folder from the backup | The folder was deleted by mistake yesterday | Restored the folder as of Thursday night | Found the folder in the bin and moved it back | The folder was called Summer campaign, if that helps',
  ),
  topic(
    'firewall',
    'Firewall blocks the supplier portal | The page only says that access was denied | Added the portal to the allowed list | Asked the supplier for the new address and allowed it | It is blocked for the whole purchasing team',
    'Firewall rule for the test server | We need it open until the end of the month | Opened the port for the test network | Set up the rule until the 30th | The tests take longer, we need it for two more weeks',
    'Video calls fail behind the firewall | They work from my phone | Allowed the media ports of the conference service | Updated the list of addresses of the conference service | Calls start now but the picture freezes',
  ),
  topic(
    'password',
    'Password reset mail never arrives | I looked in the spam folder as well | Corrected the address in the directory | Sent the reset mail to the private address | I have waited for two hours, still nothing',
    'Password expired while I was on leave | I am locked out at the moment | Unlocked the account and set a temporary code | Reset the password over the phone after checking the staff number | I can work on the computer of a colleague until noon',
    'Password rules of the portal are unclear | The form rejects everything I try and does not say why | Put the rules next to the form | Rewrote the error message of the form | It wants a special character but refuses every one I try',
  ),
  topic(
    'scanner',
    'Scanner {place} sends empty pages | The preview looks fine | Exchanged the sensor of the sheet feeder | Cleaned the glass strip inside the lid | Single pages work, only the feeder fails',
    'Scanner {place} cannot find the network folder | It began when the folder moved to the new server | Entered the new folder path in the address book | Renewed the password of the scan account | We scan to a USB stick for now',
    'Scanner {place} cuts off the margin | We scan about fifty contracts a day and lose the last line | Calibrated the sheet feeder | Set the page size to A4 in the profile | It happens in colour scans only',
  ),
  topic(
    'keyboard',
    'Keyboard types the wrong letters | Y and Z are swapped after each restart | Set the layout back to the default of the site | Removed the second input language | Now the umlauts are wrong too',
    'Tea spilled over my keyboard | Three keys stick | Handed out a keyboard from stock | Cleaned the keys, all of them work again | It has dried, but the space bar still sticks',
    'Ergonomic keyboard requested | My doctor recommends a split layout | Ordered one, it is at the service counter | Handed over the split keyboard from the equipment room | I can pick it up on any day but Friday',
  ),
  topic(
    'licence',
    'Licence for the drawing software has run out | The program closes after five minutes | Extended the contract for a year | Entered the new licence key | The drawings are due on the 20th, so it has become urgent',
    'Need a licence for the statistics package | I start on the project next week | Assigned a licence from the pool | Moved a spare licence over from the archive team | My start on the project has moved to the first',
    'Licence server does not answer | At least three of us are affected | Restarted the service | Moved the licences to the second server | It answers again but is very slow',
  ),
  topic(
    'calendar',
    'Calendar shows meetings an hour late | It began with the change of the clocks | Corrected the time zone of the profile | Installed the update for the clocks | Only invitations from outside are wrong now',
    'Cannot share my calendar with the team | The button is greyed out | Granted the right to share | Shared it for the team, the policy is corrected | It is enough if the team can see when I am free',
    'Calendar entries appear twice | My phone shows them once | Removed the second synchronisation | Deleted the account that was set up twice | Deleting one of the two removes both',
  ),
  topic(
    'website',
    'Website shows outdated prices | Two customers complained this morning | Purged the cache and shortened its lifetime | Published the price list of this month | The prices are right again in German but not in English',
    'Contact form on the website loses messages | I sent three tests and received none | Fixed the address the form writes to | Moved the form to the new mail server | A customer has written to us on paper because of it',
    'Website is slow in the evening | It is not limited to one browser | Added a second server for the busy hours | Compressed the pictures on the start page | It has become slow in the morning as well',
  ),
  topic(
    'wifi',
    'No wifi {place} | The cable works without trouble | Replaced the access point | Restarted the switch in the cabinet | It comes and goes since the storm',
    'Guest wifi asks for the code every hour | Visitors complain about it | Made the code last a whole day | Printed a code for the whole week | Now the code page does not open at all',
    'Wifi is unbearably slow {place} | Everybody sitting here notices it too | Moved the access point to a free channel | Added a second access point | It is fine before nine and slow afterwards',
  ),
  topic(
    'database',
    'Database of orders times out | The same search took two seconds last month | Rebuilt the index on the order table | Archived the orders of the last ten years | Even opening a single order takes a minute now',
    'Read access to the reporting database | I need it for the quarterly figures | Granted read access for the role | Added the account to the reporting group | I also need the tables of last year',
    'Duplicate rows in the customer database | We count about three hundred of them | Merged the rows and closed the gap in the import | Ran the clean-up script and checked the result | There are about five hundred by now',
  ),
]
