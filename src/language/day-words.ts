import { addDays, daysBetween, isoDate, WEEKDAYS, weekdayOf } from '../core/calendar.js'
import { MONTHS, ordinalEnding } from './forms.js'

/** How words for a day stand in a sentence: after "on", without it ("fly tomorrow", "for tomorrow"), or only by themselves ("fly in three days"). */
export type Stand = 'on' | 'bare' | 'alone'

/** A way to say a day by where it lies from today. No two days have the same words on one day, and nobody has to guess: "next Friday" is none. */
interface DayWords {
  readonly stand: Stand
  readonly yearless?: true
  /** Source of all words that it can take. */
  readonly pattern: string
  /** The words for a date; undefined where it is not said so. */
  readonly say: (date: string, today: string) => string | undefined
  /** The inverse. */
  readonly mean: (words: string, today: string) => string | undefined
}

const NUMBERS = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const
const NUMBER = NUMBERS.join('|')
const WEEKDAY = WEEKDAYS.join('|')
const MONTH = MONTHS.join('|')
const ORDINAL = String.raw`\d{1,2}(?:st|nd|rd|th)`

/** Days ahead that a date may be said without its year: what is further off could be taken for a day gone by. */
const MOST_OF_A_YEAR = 330

/** In the order in which a text is searched for them: longer words before those that they begin with. */
const WAYS: readonly DayWords[] = [
  fixed('tomorrow', 1),
  fixed('the day after tomorrow', 2),
  fixed('a week from today', 7),
  fixed('two weeks from today', 14),
  fixed('three weeks from today', 21),
  counted('alone', 'in ', ' days'),
  counted('bare', '', ' days from now'),
  {
    stand: 'bare',
    pattern: 'a month from today',
    say: (date, today) => (date === inNextMonth(today, dayOf(today)) ? 'a month from today' : undefined),
    mean: (_, today) => inNextMonth(today, dayOf(today)),
  },
  {
    stand: 'bare',
    pattern: `a week from (?:${WEEKDAY})`,
    say: (date, today) => (isWithin(date, today, 9, 13) ? `a week from ${WEEKDAYS[weekdayOf(date)]}` : undefined),
    mean: (words, today) => addDays(coming(words, today), 7),
  },
  {
    stand: 'on',
    pattern: `(?:${WEEKDAY}) next week`,
    say: (date, today) => (isNextWeek(date, today) ? `${WEEKDAYS[weekdayOf(date)]} next week` : undefined),
    mean(words, today) {
      const date = addDays(addDays(today, 7 - weekdayOf(today)), weekdayIn(words))
      return isNextWeek(date, today) ? date : undefined
    },
  },
  {
    stand: 'bare',
    pattern: `this (?:${WEEKDAY})`,
    say: (date, today) =>
      isWithin(date, today, 2, 6 - weekdayOf(today)) ? `this ${WEEKDAYS[weekdayOf(date)]}` : undefined,
    mean: coming,
  },
  {
    stand: 'on',
    pattern: `(?:${WEEKDAY})`,
    say: (date, today) => (isWithin(date, today, 2, 6) ? WEEKDAYS[weekdayOf(date)] : undefined),
    mean: coming,
  },
  {
    stand: 'on',
    pattern: `the ${ORDINAL} of next month`,
    say: (date, today) => (date === inNextMonth(today, dayOf(date)) ? `the ${ordinal(date)} of next month` : undefined),
    mean: (words, today) => inNextMonth(today, numberIn(words)),
  },
  {
    stand: 'on',
    pattern: `the ${ORDINAL} of this month`,
    say: (date, today) => (date.slice(0, 7) === today.slice(0, 7) ? `the ${ordinal(date)} of this month` : undefined),
    mean: (words, today) => isoDate(yearOf(today), monthOf(today), numberIn(words)),
  },
  {
    stand: 'on',
    pattern: `the ${ORDINAL}(?! of)`,
    say: (date, today) => (isWithin(date, today, 3, 24) ? `the ${ordinal(date)}` : undefined),
    mean: (words, today) => comingNumber(today, numberIn(words)),
  },
  withoutYear(`(?:${MONTH}) \\d{1,2}\\b(?!,? \\d{4})`, (date) => `${monthName(date)} ${dayOf(date)}`),
  withoutYear(`(?:${MONTH}) ${ORDINAL}\\b(?!,? \\d{4})`, (date) => `${monthName(date)} ${ordinal(date)}`),
  withoutYear(`\\d{1,2} (?:${MONTH})\\b(?! \\d)`, (date) => `${dayOf(date)} ${monthName(date)}`),
]

const WORDS = new RegExp(
  String.raw`(?<![\w"'#@.-])(?:${WAYS.map(({ pattern }) => `(${pattern})`).join('|')})(?![\w'-]|\.\w)`,
  'g',
)

/** All ways to say a date that lies ahead by where it lies from today. */
export function dayWordsFor(date: string, today: string): Pick<DaySaid, 'words' | 'stand' | 'yearless'>[] {
  if (daysBetween(today, date) < 1) return []
  return WAYS.flatMap(({ say, stand, yearless = false }) => {
    const words = say(date, today)
    return words === undefined ? [] : [{ words, stand, yearless }]
  })
}

/** Words of a text that say a day by where it lies from today. */
export interface DaySaid {
  readonly words: string
  readonly span: readonly [number, number]
  readonly date: string
  readonly stand: Stand
  /** A date as it is, but for its year. */
  readonly yearless: boolean
}

/** The inverse: the days that a text speaks of so, in order. */
export function daysSaidIn(text: string, today: string): DaySaid[] {
  return [...text.matchAll(WORDS)].flatMap((match): DaySaid[] => {
    const [words, ...groups] = match
    const way = WAYS[groups.findIndex((group) => group !== undefined)]
    const date = way?.mean(words, today)
    if (!way || date === undefined) return []
    return [
      {
        words,
        span: [match.index, match.index + words.length],
        date,
        stand: way.stand,
        yearless: way.yearless ?? false,
      },
    ]
  })
}

function fixed(words: string, days: number): DayWords {
  return {
    stand: 'bare',
    pattern: words,
    say: (date, today) => (daysBetween(today, date) === days ? words : undefined),
    mean: (_, today) => addDays(today, days),
  }
}

function counted(stand: Stand, before: string, after: string): DayWords {
  return {
    stand,
    pattern: `${before}(?:${NUMBER})${after}`,
    say(date, today) {
      const number = NUMBERS[daysBetween(today, date) - 3]
      return number === undefined ? undefined : `${before}${number}${after}`
    },
    mean: (words, today) => addDays(today, 3 + NUMBERS.findIndex((number) => words.includes(number))),
  }
}

/** "May 3" and "3 May": the next one. */
function withoutYear(pattern: string, say: (date: string) => string): DayWords {
  return {
    stand: 'on',
    yearless: true,
    pattern,
    say: (date, today) => (isWithin(date, today, 2, MOST_OF_A_YEAR) ? say(date) : undefined),
    mean(words, today) {
      const [month, day] = [MONTHS.findIndex((name) => words.includes(name)) + 1, numberIn(words)]
      const dates = [0, 1].map((years) => isoDate(yearOf(today) + years, month, day))
      return dates.find((date) => date !== undefined && date >= today)
    },
  }
}

/** The coming day of that name; today is none. */
function coming(words: string, today: string): string {
  return addDays(today, ((weekdayIn(words) - weekdayOf(today) + 6) % 7) + 1)
}

/** In the week that begins on the coming Monday. Whoever begins weeks on Sundays must mean the same, so that Sundays are out. */
function isNextWeek(date: string, today: string): boolean {
  const monday = 7 - weekdayOf(today)
  return weekdayOf(today) !== 6 && isWithin(date, today, monday, monday + 5)
}

function isWithin(date: string, today: string, from: number, to: number): boolean {
  const days = daysBetween(today, date)
  return days >= from && days <= to
}

function inNextMonth(today: string, day: number): string | undefined {
  const month = monthOf(today)
  return isoDate(yearOf(today) + (month === 12 ? 1 : 0), (month % 12) + 1, day)
}

/** The coming day of the month with that number. */
function comingNumber(today: string, day: number): string | undefined {
  return day > dayOf(today) ? isoDate(yearOf(today), monthOf(today), day) : inNextMonth(today, day)
}

function weekdayIn(words: string): number {
  return WEEKDAYS.findIndex((name) => words.includes(name))
}

function numberIn(words: string): number {
  return Number(/\d+/.exec(words)?.[0])
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}

function monthName(date: string): string {
  return MONTHS[monthOf(date) - 1] ?? ''
}

function dayOf(date: string): number {
  return Number(date.slice(8, 10))
}

function ordinal(date: string): string {
  return `${dayOf(date)}${ordinalEnding(dayOf(date))}`
}
