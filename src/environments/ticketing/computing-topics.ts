import { topic, type Topic } from './topic.js'

/** Trouble with computers and accounts. Our own texts; no entry contains a double quote. */
export const COMPUTING: readonly Topic[] = [
  topic(
    'printer',
    'Printer {place} jams on every second page | It started after the toner was changed on Monday | Replaced the feed roller and cleaned the paper path',
    'Printer {place} leaves grey stripes | The stripes are on copies and on prints alike | Cleaned the drum and exchanged the toner',
    'Cannot reach the printer {place} | The queue says that the device is offline, other departments have the same trouble | Gave the printer a fixed address again',
  ),
  topic(
    'VPN tunnel',
    'VPN drops every few minutes | The connection comes up and is gone again after about four minutes | Moved the account to the new gateway',
    'VPN tunnel refuses my certificate | It worked until the update last week | Renewed the certificate and restarted the gateway',
    'No VPN connection from abroad | I tried it in two hotels and over my phone | Lifted the country block for the length of the trip',
  ),
  topic(
    'laptop battery',
    'Laptop battery lasts less than an hour | The device is about three years old | Exchanged the battery under warranty',
    'Laptop shuts down without warning | It happens most often in video calls | Removed dust from the fan and renewed the heat paste',
    'Swollen laptop battery | The case does not close any more, I have switched it off | Took the device back and handed out a replacement',
  ),
  topic(
    'projector',
    'Projector {place} shows no picture | Another cable made no difference | Replaced the cable in the floor box',
    'Projector {place} turns itself off | The lamp indicator blinks orange before it goes dark | Fitted a new lamp and cleaned the filter',
    'Colours of the projector {place} are off | Everything has a green tint, our slides look ill | Loaded the factory colour profile',
  ),
  topic(
    'mailbox',
    'Mailbox is full although I deleted everything | I have already emptied the bin | Raised the quota and archived old mail',
    'Shared mailbox of the team has vanished | My colleagues can still see it | Restored the permissions of the group',
    'Mailbox rejects attachments | Messages come back with a size warning | Raised the limit for attachments',
  ),
  topic(
    'spreadsheet macro',
    'Spreadsheet for the forecast opens read-only | Nobody else has it open as far as I can tell | Released the stale lock on the file server',
    'Macro in the cost sheet stops with an error | The error names a missing library | Installed the missing library',
    'Spreadsheet loses its formulas | An older copy still works | Restored the file from the nightly copy',
  ),
  topic(
    'monitor',
    'Second monitor stays black | It is found but shows nothing | Replaced the docking station',
    'Monitor flickers at my desk | I swapped the cable already | Set the refresh rate to 60 Hz',
    'Monitor arm {place} is broken | The screen hangs at an angle and might fall | Screwed on a new arm',
  ),
  topic(
    'headset microphone',
    'Headset crackles in calls | Callers say that I sound as if under water | Updated the firmware of the headset',
    'Headset is not recognised any more | The light on the cable stays red | Handed out a new one from stock',
    'Microphone cuts out after a minute | It works on the computer next to mine | Turned off the power saving of the port',
  ),
  topic(
    'backup',
    'Nightly backup has not finished since Friday | The report mentions a full volume | Extended the volume and ran the job by hand',
    'Backup of the design files is incomplete | About forty gigabytes are missing | Added the new share to the job',
    'Please restore a folder from the backup | The folder was deleted by mistake yesterday | Restored the folder as of Thursday night',
  ),
  topic(
    'firewall',
    'Firewall blocks the supplier portal | The page only says that access was denied | Added the portal to the allowed list',
    'Firewall rule for the test server | We need it open until the end of the month | Opened the port for the test network',
    'Video calls fail behind the firewall | They work from my phone | Allowed the media ports of the conference service',
  ),
  topic(
    'password',
    'Password reset mail never arrives | I looked in the spam folder as well | Corrected the address in the directory',
    'Password expired while I was on leave | I am locked out at the moment | Unlocked the account and set a temporary code',
    'Password rules of the portal are unclear | The form rejects everything I try and does not say why | Put the rules next to the form',
  ),
  topic(
    'scanner',
    'Scanner {place} sends empty pages | The preview looks fine | Exchanged the sensor of the sheet feeder',
    'Scanner {place} cannot find the network folder | It began when the folder moved to the new server | Entered the new folder path in the address book',
    'Scanner {place} cuts off the margin | We scan about fifty contracts a day and lose the last line | Calibrated the sheet feeder',
  ),
  topic(
    'keyboard',
    'Keyboard types the wrong letters | Y and Z are swapped after each restart | Set the layout back to the default of the site',
    'Tea spilled over my keyboard | Three keys stick | Handed out a keyboard from stock',
    'Ergonomic keyboard requested | My doctor recommends a split layout | Ordered one, it is at the service counter',
  ),
  topic(
    'licence',
    'Licence for the drawing software has run out | The program closes after five minutes | Extended the contract for a year',
    'Need a licence for the statistics package | I start on the project next week | Assigned a licence from the pool',
    'Licence server does not answer | At least three of us are affected | Restarted the service',
  ),
  topic(
    'calendar',
    'Calendar shows meetings an hour late | It began with the change of the clocks | Corrected the time zone of the profile',
    'Cannot share my calendar with the team | The button is greyed out | Granted the right to share',
    'Calendar entries appear twice | My phone shows them once | Removed the second synchronisation',
  ),
  topic(
    'website',
    'Website shows outdated prices | Two customers complained this morning | Purged the cache and shortened its lifetime',
    'Contact form on the website loses messages | I sent three tests and received none | Fixed the address the form writes to',
    'Website is slow in the evening | It is not limited to one browser | Added a second server for the busy hours',
  ),
  topic(
    'wifi',
    'No wifi {place} | The cable works without trouble | Replaced the access point',
    'Guest wifi asks for the code every hour | Visitors complain about it | Made the code last a whole day',
    'Wifi is unbearably slow {place} | Everybody sitting here notices it too | Moved the access point to a free channel',
  ),
  topic(
    'database',
    'Database of orders times out | The same search took two seconds last month | Rebuilt the index on the order table',
    'Read access to the reporting database | I need it for the quarterly figures | Granted read access for the role',
    'Duplicate rows in the customer database | We count about three hundred of them | Merged the rows and closed the gap in the import',
  ),
]
