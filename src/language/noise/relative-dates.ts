import { addDays } from '../../core/calendar.js'
import type { Mention } from '../../core/hard-query.js'
import { chance, pick, type Rng } from '../../core/random.js'
import { type DaySaid, daysSaidIn, dayWordsFor, type Stand } from '../day-words.js'
import { formNamed, fullDate } from '../forms.js'
import type { Wording } from '../realise.js'
import { moved } from './moved.js'
import { quotationsIn } from './quotations.js'

const date = formNamed('date')

/** What a day can stand behind without "on". */
const GOVERNED = /\b(?:for|to|it|that|meant|rather) $/

/** Dates of a message said by where they lie from today: "tomorrow", "on Friday", "on May 3"; those that allow none stay. */
export function relate(wording: Wording, random: Rng, today: string): Wording {
  const related = wording.mentions.reduce((made, { input }) => {
    const mention = made.mentions.find((one) => one.input === input)
    return mention ? relateOne(made, mention, random.fork(input), today) : made
  }, wording)
  return withoutYears(related, today)
}

/** Dates that are no mention, as those said wrong first, lose their year alike. */
function withoutYears(wording: Wording, today: string): Wording {
  return datesOf(wording.text).reduceRight((made, { value, span: [from, to] }) => {
    const said = made.text.slice(from, to)
    const isMention = made.mentions.some(({ span: [start, end] }) => from >= start && to <= end)
    const isQuoted = quotationsIn(made.text).some(([start, end]) => from >= start && to <= end)
    const words = isMention || isQuoted ? undefined : yearlessFor(String(value), said, today)
    if (words === undefined) return made
    return { ...moved(made, words.length - said.length, to - 1), text: replaced(made.text, [from, to], words) }
  }, wording)
}

/** A date as it was written, but for its year, where it needs none. */
function yearlessFor(iso: string, said: string, today: string): string | undefined {
  return dayWordsFor(iso, today)
    .filter(({ words, yearless }) => yearless && new RegExp(`^${words}(?!\\w)`).test(said))
    .map(({ words }) => words)[0]
}

function replaced(text: string, [from, to]: readonly [number, number], words: string): string {
  return `${text.slice(0, from)}${words}${text.slice(to)}`
}

function relateOne(wording: Wording, mention: Mention, random: Rng, today: string): Wording {
  const { text } = wording
  const [from, to] = mention.span
  const meant = datesOf(text.slice(from, to)).find(({ value }) => value === mention.value)
  if (!meant) return wording
  const [start, end] = [from + meant.span[0], from + meant.span[1]]
  const on = text.slice(0, start).endsWith(' on ')
  const stands = standsAfter(text.slice(0, start))
  const close = dayWordsFor(String(mention.value), today).filter(
    ({ stand, yearless }) => !yearless && stands.includes(stand),
  )
  const yearless = yearlessFor(String(mention.value), text.slice(start, end), today)
  const isClose = close.length > 0 && (yearless === undefined || chance(random.fork('close'), 1, 2))
  const way = isClose ? pick(random, close) : yearless === undefined ? undefined : { words: yearless, stand: 'on' }
  if (!way) return wording
  const { words, stand } = way
  const begin = on && stand !== 'on' ? start - 'on '.length : start
  const after = moved(wording, words.length - (end - begin), end - 1)
  const span = [Math.min(from, begin), to + words.length - (end - begin)] as const
  return {
    ...after,
    text: replaced(text, [begin, end], words),
    mentions: after.mentions.map((one) =>
      one.input === mention.input ? { ...one, span, form: 'relative-date' } : one,
    ),
  }
}

/** Words for a day that fit behind a text: instead of its "on", or behind what else governs a day. */
function standsAfter(text: string): readonly Stand[] {
  if (text.endsWith(' on ')) return ['on', 'bare', 'alone']
  if (GOVERNED.test(text)) return ['on', 'bare']
  return text.endsWith('On ') ? ['on'] : []
}

function datesOf(text: string): { readonly value: unknown; readonly span: readonly [number, number] }[] {
  return [...text.matchAll(new RegExp(date.pattern, 'g'))].map(({ 0: words, index }) => ({
    value: date.parse(words),
    span: [index, index + words.length],
  }))
}

const remembered = new Map<string, readonly DaySaid[]>()

/** Texts remembered: a message is read by its writer, by who acts on it, and by the verifiers. */
const REMEMBERED = 256

/** The days that a text speaks of by where they lie from today, outside quotations. */
export function relativeDatesIn(text: string, today: string): readonly DaySaid[] {
  const key = `${today} ${text}`
  let days = remembered.get(key)
  if (!days) {
    const closed = quotationsIn(text)
    days = daysSaidIn(text, today).filter(({ span: [at] }) => closed.every(([from, to]) => at < from || at >= to))
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(key, days)
  }
  return days
}

/** The text with all such days as dates. */
export function dated(text: string, today: string): string {
  return relativeDatesIn(text, today).reduceRight((made, day) => withDate(made, day, day.date), text)
}

/** For each such day, the text with the date after it in its place. */
export function onTheDayAfter(text: string, today: string): string[] {
  return relativeDatesIn(text, today).map((day) => withDate(text, day, addDays(day.date, 1)))
}

function withDate(text: string, { span: [from, to], stand }: DaySaid, iso: string): string {
  const before = text.slice(0, from)
  const on = stand === 'on' || GOVERNED.test(before) ? '' : 'on '
  return `${before}${on}${fullDate(iso)}${text.slice(to)}`
}
