import { WEEKDAYS, weekdayOf } from '../../core/calendar.js'
import { pick, type Rng } from '../../core/random.js'
import type { Reference, Request } from '../../core/reference.js'
import { sentenceCase } from '../discourse.js'
import { fullDate } from '../forms.js'
import { relativeDatesIn } from '../noise/relative-dates.js'
import { retype } from '../noise/typos.js'

/** How a date was worked out that a wish says by where it lies from today; undefined where none does, or nothing is to be worked out. */
export function considerDates(
  text: string,
  requests: readonly Request[],
  today: string,
  random: Rng,
): string | undefined {
  const wished = new Set(requests.flatMap(({ arguments: args }) => Object.values(args).map(dateOf)))
  const day = relativeDatesIn(retype(text), today).find(({ date }) => wished.has(date))
  if (!day) return undefined
  const { words, yearless } = day
  const [date, now, weekday] = [fullDate(day.date), fullDate(today), WEEKDAYS[weekdayOf(today)]]
  const byWeekday = WEEKDAYS.some((name) => words.includes(name))
  // "In eight days" is no thing that could be a day.
  const [is, fallsOn] = words.startsWith('in ') ? ['it is', 'it is'] : ['is', 'falls on']
  if (!yearless)
    return pick(random, [
      `Today is ${byWeekday ? weekday : now}, so ${words} ${is} ${date}.`,
      `${sentenceCase(words)} ${is} ${date}.`,
      `${sentenceCase(words)} means ${date}, since today is ${byWeekday ? `${weekday}, ${now}` : now}.`,
      `Counted from ${now}${byWeekday ? `, a ${weekday}` : ''}, ${words} ${fallsOn} ${date}.`,
    ])
  if (day.date.startsWith(today.slice(0, 4))) return undefined
  return pick(random, [
    `No year is given, and ${words} is over for this one, so it is ${date}.`,
    `The next ${words} is the one in ${day.date.slice(0, 4)}.`,
    `${words} has passed this year, so ${day.date.slice(0, 4)} is meant.`,
  ])
}

function dateOf(reference: Reference): unknown {
  return reference.by === 'earlier' ? undefined : reference.value
}

/** Why a question is asked instead of a call made, which would `goal`. */
export function considerAsking(noun: string, options: number, goal: string, random: Rng): string {
  const missing = `the ${noun}`
  return pick(
    random,
    options > 1
      ? [
          `I could ${goal}, but there is more than one choice for ${missing} and none was named. I ask and say what there is.`,
          `To ${goal} I have to know ${missing}, and it is not mine to pick. I can name the choices, so I ask.`,
          `Everything is there to ${goal} but ${missing}; only the user knows which one it should be.`,
          `Which ${noun} is meant? Several would do to ${goal}, so I name them and let the user choose.`,
          `If I just picked ${missing}, it could be the wrong one. Better one question before I ${goal}.`,
          `${sentenceCase(missing)} was left open. There are ${options} to choose from, and I ask which it is before I ${goal}.`,
        ]
      : [
          `I can't ${goal} without ${missing}, and a guess would most likely be wrong. So I ask.`,
          `I still need ${missing} to ${goal}. Nothing said so far gives it, and no tool has it: one question.`,
          `The user wants me to ${goal} but has left out ${missing}. That is theirs to say, so I ask.`,
          `${sentenceCase(missing)} is missing. I can't look that up, and I won't make it up, so I ask before I ${goal}.`,
          `All that is open is ${missing}. Only the user knows it, so I ask for it and ${goal} after that.`,
          `Before I ${goal} I have to ask for ${missing}, since neither the message nor anything before it says.`,
        ],
  )
}

/** Why nothing is called: what cannot be done, as a verb phrase; with a rule, what the rule says. */
export function considerDeclining(
  because: 'missing-tool' | 'out-of-scope' | 'policy',
  what: string,
  random: Rng,
): string {
  return pick(
    random,
    because === 'policy'
      ? [
          `There is a tool for it, but by my instructions ${what}. So I make no call and tell the user why.`,
          `My instructions are clear on this: ${what}. So nothing is called, and I say what stands against it.`,
          `My instructions rule this out: ${what}. The user should hear that, so I only answer.`,
          `I could do it, but I was told that ${what}. I leave it alone and give the reason.`,
          `That goes against what I was told: ${what}. An honest no is all I can give here.`,
        ]
      : because === 'out-of-scope'
        ? [
            `None of the tools can ${what}; one that merely sounds close would change something nobody asked about.`,
            `There are related tools but none to ${what}. Saying so is better than trying something that only looks like it.`,
            `I went through the tools and have none to ${what}, so all I can do is say so.`,
            `The user wants me to ${what}. My tools do other things with the same data but not this, so I say no.`,
            `Can I ${what}? Nothing on my list does that, and I should not pretend, so I tell the user.`,
            `To ${what} is beyond what I was given. I call nothing and say it plainly.`,
          ]
        : [
            `No tool here can ${what}, and no other tool leads there. I change nothing and tell the user what is missing.`,
            `This takes a tool to ${what}, and none of mine does that. The user should know before anything else happens.`,
            `Nothing in the tool list lets me ${what}, so I stop here and say what is missing.`,
            `I would have to ${what}, and there is no tool for that in my list today. I tell the user instead of guessing.`,
            `The one thing I can't do here is ${what}. Without it there is no way, so I say what is missing.`,
            `I looked for a tool to ${what} and found none. Trying something else would not get there, so I turn to the user.`,
          ],
  )
}

/** Why the answer needs no call. */
export function considerRecalling(label: string, random: Rng): string {
  return pick(random, [
    `The ${label} is in a result further up, and calling a tool again would add nothing to it.`,
    `I have already seen the ${label} in this conversation, so no call is needed to tell it again.`,
    `That was answered before: the ${label} stands in an earlier result, so I only say it again.`,
    `No tool for this: the ${label} came up earlier, so I can simply say it again.`,
    `The user asks for the ${label} a second time. It is still there above, so I read it off.`,
    `I know the ${label} from what came back before. That is all the user wants, so I repeat it.`,
  ])
}

/** Why a call that failed for the moment is made again. */
export function considerRetrying(reads: boolean, random: Rng): string {
  return pick(
    random,
    reads
      ? [
          'The error speaks of a passing problem, not of my arguments. The call changes nothing, so asking again is safe.',
          'That failed only for the moment and nothing could have changed by it, so I ask the same once more.',
          'This was a look-up, and it failed only in passing: asking the same again can do no harm.',
        ]
      : [
          'The call was turned away for a passing reason, so nothing was done yet. I make it again as it was.',
          'That is a passing refusal and not about my arguments: nothing has changed, so one more try.',
          'It was refused before anything was carried out, and only for the moment. So the same call once more.',
        ],
  )
}
