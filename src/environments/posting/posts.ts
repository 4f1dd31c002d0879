import { list } from './list.js'

/** A text that people post about a topic, and what is written under it: by others, and by who posted it. */
export interface Post {
  readonly text: string
  readonly comments: readonly string[]
  readonly replies: readonly string[]
}

/** Topics of one kind, and what people post about them. `{topic}` has its article, `{name}` has none. */
export interface Kind {
  readonly topics: readonly string[]
  readonly posts: readonly Post[]
}

/** Posts are written as `text | comment / comment | reply / reply`. */
function kind(topics: string, ...posts: readonly string[]): Kind {
  return {
    topics: list(topics),
    posts: posts.map((each) => {
      const [text = '', comments = '', replies = ''] = each.split(' | ')
      return { text, comments: comments.split(' / '), replies: replies.split(' / ') }
    }),
  }
}

/** What people come to. Our own texts; no entry contains a double quote. */
export const EVENTS = kind(
  `the museum night, the charity run, the trade fair, the open day, the film festival, the street party, the book fair,
  the summer concert, the craft market, the chess tournament, the garden show, the science day`,
  "Who else is coming to {topic} on {day}? | I am, with the whole family / Wouldn't miss it / Is there still room on the bus? | Great, see you all there / Meet us at the entrance, we bring cake",
  'A big thank you to everyone who helped with {topic} | It was a pleasure / Count me in next year as well / Thanks for having us | And to those who cleaned up on Sunday, of course / We could not have done it without you',
  'We are looking for volunteers for {topic}. Write to us! | I can help in the afternoon / Do you need people with a car? / My daughter and I would like to help | We have enough drivers now, but still need cooks / There is a free lunch for every volunteer',
  "Can't believe how many people came to {topic} today | We stood in line for half an hour / It was packed, but so good / I have never seen it this full | The final count is in: more than twice as many as last year / Thanks to all of you who came",
  '{topic} moves to {day}, please spread the word | Oh no, we are away that day / Told everyone in my choir / What about the tickets we have already? | Tickets stay valid, no need to do anything / The reason is the weather, sorry about that',
  "Somebody left {item} at {topic}. Come and pick it up | I think that is mine / Could be my brother's, I will ask him / Is the office open on Saturday? | It is at the front desk, just ask for me / Picked up this morning, thanks for sharing",
  'Early start today, {topic} will not organise itself | You are heroes / Bring a thermos / Do you need another pair of hands? | Everything is set up now, time for breakfast / The tables are up, the coffee is on',
  'Only {few} places left for {topic}, sign up before {day} | Just signed up / Is there a waiting list? / Can I bring a friend? | All gone now, but we keep a waiting list / Two more places have opened up',
  'We counted twice: {number} people signed up for {topic} | That is amazing / Will there be enough chairs? / I am one of them | And more are signing up as I write this / We have ordered more chairs',
  'If you missed {topic}, there will be photos on {day} | Looking forward to the photos / I was ill, so thank you / Will there be a video as well? | The photos are up now, link in our profile / Tell us if you would rather not be in one of them',
  'The neighbours brought soup for everyone working at {topic} | What kind of soup? / That is what I call a neighbourhood / Our neighbours only bring complaints | It was pumpkin, and it was excellent / We owe them a dinner now',
  'Honest question: how do you stay calm before {topic}? | Lists, lists and more lists / I do not, to be honest / A long walk the evening before | Thanks, I am making a list right now / I will try the walk',
  'Long day, sore feet, happy heart: {topic} was worth it | Put your feet up, you have earned it / It was wonderful, thank you / Same here, my feet are killing me | We are already planning the next one / I slept for eleven hours',
  "Countdown for {topic}: see you on {day} | We have our tickets / Can't wait / What time do the doors open? | Doors open an hour before / One more day, and the tent is up",
  'Lost my voice at {topic}, found {few} new friends | Ginger tea helps / That was me next to you, singing out of tune / So nice to have met you | My voice is back, more or less / We are meeting again next month',
  'The posters for {topic} are back from the printer | Can I have one for our shop window? / They look great / Who drew them? | Pick some up at the office, we have plenty / My niece drew them',
  'A child asked the best question at {topic} today | What was the question? / Children always do / And what did you answer? | She asked who switches off the moon / I had no answer, I am still thinking',
  'What should we do differently at {topic} next year? | More seats in the shade, please / Start an hour later / Nothing, it was perfect | Noted, thank you / More seats it is',
  'Next stop: {topic}. Wish us luck | Good luck! / Fingers crossed / You will be great | It went well, thank you / We are on the road, more tonight',
  'Hand-painted signs for {topic} are drying in the hallway | Can we see them? / Please keep one for me / The colours must look lovely | Photo follows once they are dry / One of them has a paw print now, thanks to the cat',
  'The coffee machine broke down in the middle of {topic}, and somehow it was still fun | We have one you could borrow / Tea is underrated anyway / It was the talk of the day | It works again, it was only the fuse / Next year we bring two of them',
  'Rain or shine, {topic} starts at noon on {day} | Raincoat is packed / Is there a roof over the stage? / We will be there | There is a roof over most of the seats / The forecast says sun, by the way',
)

/** What people read. Our own texts; no entry contains a double quote. */
export const PUBLICATIONS = kind(
  `the newsletter, the spring catalogue, the annual report, the winter timetable, the photo book, the city guide, the cookbook,
  the history booklet`,
  'First look at {topic}: it is coming together nicely | Looks promising / Love the colours / When can we buy it? | It goes to print at the end of the month / Thanks, we changed the colours twice',
  'Three weeks of work and {topic} is finally out | Congratulations! / Already got mine / Only three weeks? Impressive | And now three weeks of sleep / There is a copy for everyone at the front desk',
  'Small teaser for {topic}, more on {day} | Now you have made me curious / Is that our street on the picture? / Show us more | Yes, that is the old post office / Only a few more days',
  "Found a typo on page one of {topic}, of course right after printing | It always happens / Nobody will notice / What did it say? | Two people have found it so far, well done / We are calling it a collector's edition",
  'The cover was the hardest part of {topic} | It was worth the effort / I like the blue one better / Who designed it? | We tried nine versions in the end / The blue one goes on the back',
  '{topic} comes out on {day} and I am proud of it | You can be / I have ordered a copy / Will it be in the shops? | It will be in the bookshop on the market square / Thanks to everybody who wrote for it',
  "Rain outside, hot coffee inside and {topic} to proofread | Sounds like a perfect afternoon / Need a second pair of eyes? / Don't forget the captions | Forty pages done, forty to go / The rain has stopped, the proofreading has not",
  'I read {topic} from start to finish, well worth the time | Which part did you like best? / Can I borrow it after you? / I only looked at the pictures | The chapter on the harbour is the best one / My copy is free now, who wants it?',
  'Free copies of {topic} at the front desk from {day} | Please keep one for me / How long is the front desk open? / Could you send one by post? | The first box is gone, the second one comes tomorrow / One copy per household, please',
  'My favourite page of {topic} is the last one | Mine is the one with the map / Now I have to look / No spoilers, please | It is the list of everyone who helped / The one with the map comes second',
  'Already {number} people have asked for {topic} | Make that one more / How many did you print? / I am not surprised | We are printing more this week / Please leave your name at the desk',
  'Two more photos and {topic} can go to the printer | I have some of the old bridge if you need one / Nearly there / Which photos are missing? | Found them, thanks to the archive / One more to go',
)

/** What people work on. Our own texts; no entry contains a double quote. */
export const UNDERTAKINGS = kind(
  `the office move, the website relaunch, the river study, the customer survey, the recruitment drive, the archive clean-up,
  the roof repair, the language course`,
  'The team behind {topic} deserves a long weekend | They really do / Four days at least / And a cake | They got Friday off / Cake is ordered',
  'Behind the scenes of {topic}, with far too much cake | There is no such thing as too much cake / Who baked it? / Save me a slice | All gone, sorry / The recipe is from the accounts team',
  'Proud of what we learned from {topic} this year | What surprised you most? / Will you write about it? / Well done | The full summary comes next week / That small steps get you far',
  'The best idea for {topic} came up over lunch, as always | What was it? / That is why we eat together / It must have been the soup | I will tell you once it works / It was written on a napkin',
  'A quiet morning with a coffee and a long list for {topic} | Enjoy the quiet / How long is the list? / Half of my list is done, too | Seven items done by noon / The list has become longer',
  'Lesson of the week from {topic}: measure twice, cut once | I learned that the hard way / My father used to say so / What did you cut? | It was the carpet, of all things / We measure three times now',
  'We wrote down {number} ideas for {topic} and kept the silliest one | Tell us! / The silly ones are the best / What happened to the others? | It involves a goat, more next week / The others go into a drawer',
  'Somewhere under these papers there must be a plan for {topic} | Look under the coffee cup / My desk looks the same / Good luck finding it | Found it, it was in the printer / The plan says to tidy up first',
  'Halfway through {topic} and still smiling | The second half is easier / Keep smiling / What is left to do? | Still smiling, only more tired / Two more weeks',
  'Does anyone have good tips for {topic}? | Start earlier than you think / We did the same last year, write to me / Ask the team next door | Thanks, these tips are really useful / I have written to you',
  'Day one of {topic}: so far, so good | How is day two going? / Great start / Tell us how it goes | Day two was harder / Nothing broken yet',
  'Once {topic} is done on {day}, I am taking a week off | You have earned it / Where are you going? / Leave the phone at home | The sea, and no laptop / It may take until Monday, though',
)

/** What people own. Our own texts; no entry contains a double quote. */
export const THINGS = kind(
  `the sewing machine, the typewriter, the wheelbarrow, the toolbox, the record player, the waffle iron, the piano,
  the bookcase, the projector, the weather station, the tandem, the ladder`,
  'Took {topic} apart and put it back together. It works! | No screws left over? / Could you fix mine as well? / How long did it take? | Two screws left over, but it runs / It took me the whole Sunday',
  'Our old {name} found a new home, thanks for sharing | Glad it did not end up on the tip / Who took it? / Happy for you | A school has it now / It is in good hands',
  'Fresh paint, open windows and a new {name} in the corner | What colour did you choose? / Looks cosy / I like the corner | It is called sage green / The floor comes next',
  'Does anybody need a {name}? Ours is free to a good home | Yes please, I could pick it up today / My sister is looking for one / What condition is it in? | It is taken, thank you all / It works fine, we only lack the space',
  'Repaired {topic} with two screws and a lot of patience | Respect / I would have given up / Which screws did you use? | And a little oil, to be honest / It has worked for three days now',
  'Looking for a used {name}, any hints? | Try the flea market on Sundays / We have one in the attic / Ask at the repair shop | Found one, thanks for the hints / I will have a look on Sunday',
  'Found {topic} in the cellar, under ten years of dust | Does it still work? / Please keep it / Our cellar hides a few of those too | It needs a new belt, nothing more / The dust is gone, the smell is not',
  '{topic} is back from the repair shop on {day} | Which shop did you go to? / Was it expensive? / Good that you had it repaired | It cost less than a dinner for two / The shop next to the station, very kind people',
  'Lent {topic} to a neighbour, got it back with a jar of honey | I would lend you anything for honey / Nice neighbour / Where can I order the honey? | The honey is nearly gone / We are lending out the rest of the house now',
  'Who wants to share a {name} with us? We use ours twice a year | We would, we live around the corner / Good idea, more people should do that / How would you share it? | There are four of us now / It will live in the shared shed',
  'My grandmother gave me her {name}, I nearly cried | How lovely of her / Take good care of it / Please show us | She cried as well / It is older than my father',
  'Sold {topic} for {number} dollars and miss it already | That was a bargain / You can visit it at our place / I felt the same about my old car | I am saving for a new one / The buyer sent me a photo, so it is doing well',
)
