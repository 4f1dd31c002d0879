import type { Mention } from '../../core/hard-query.js'
import type { Json } from '../../core/json.js'
import { between, pick, type Rng } from '../../core/random.js'
import { type Form, formNamed } from '../forms.js'
import { eitherCase } from '../pattern.js'
import type { Wording } from '../realise.js'
import { moved } from './moved.js'
import { quotationsIn } from './quotations.js'
import { dated } from './relative-dates.js'
import { retype } from './typos.js'

/** Values that people correct by saying the right one: nothing else in the message must look like one. */
const FORMS: readonly Form[] = [formNamed('date'), formNamed('money')]

const BEGINNINGS: readonly string[] = ['Actually, make it', 'No wait, make that', 'Sorry, I meant', 'Wait, make that']

const CORRECTION = new RegExp(
  String.raw` (?:${BEGINNINGS.map(eitherCase).join('|')}) (${FORMS.map(({ pattern }) => pattern).join('|')})(?:\.(?= )|\.?$)`,
)

/**
 * A date or a sum said wrong first and put right when its sentence ends; as it was where the message has none, or two of a
 * kind, or where the sentence goes on to another wish.
 */
export function correct(wording: Wording, random: Rng): Wording {
  const mention = wording.mentions.find((one) => formOf(wording.text, one) !== undefined)
  const form = mention && formOf(wording.text, mention)
  const wrong = form && otherThan(mention.value, wording.text.slice(...mention.span), form, random)
  if (!form || wrong === undefined) return wording
  const [from, to] = mention.span
  const end = sentenceEnd(wording.text, to)
  if (end === undefined || wording.spans.some(([start]) => start > to && start < end)) return wording
  const right = wording.text.slice(from, to)
  const longer = wrong.length - right.length
  const added = ` ${pick(random.fork('beginning'), BEGINNINGS)} ${right}.`
  const text = `${wording.text.slice(0, from)}${wrong}${wording.text.slice(to, end)}${added}${wording.text.slice(end)}`
  const after = moved(moved(wording, longer, to - 1), added.length, end + longer)
  const last = end + longer + added.length - 1
  const span = [last - right.length, last] as const
  return {
    ...after,
    text,
    mentions: after.mentions.map((one) => (one.input === mention.input ? { ...one, span } : one)),
  }
}

/** Where the sentence ends in which something stands: after its full stop. */
function sentenceEnd(text: string, from: number): number | undefined {
  const closed = quotationsIn(text)
  const stop = [...text.matchAll(/[.?!](?= |$)/g)].find(
    ({ index }) => index >= from && closed.every(([start, end]) => index < start || index >= end),
  )
  return stop && stop.index + 1
}

/** The text with what a sentence of it puts right; as it is where it is not clear what that replaces. */
export function uncorrected(text: string): string {
  const match = CORRECTION.exec(text)
  const right = match?.[1]
  if (!match || right === undefined) return text
  const rest = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`
  const form = FORMS.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(right))
  const [place, ...others] = form ? placesOf(rest, form) : []
  if (!place || others.length > 0 || place[1] > match.index) return text
  return `${rest.slice(0, place[0])}${right}${rest.slice(place[1])}`
}

/** Does a text put something right? */
export function correctionsIn(text: string, today?: string): number {
  const said = retype(text)
  const meant = today === undefined ? said : dated(said, today)
  return uncorrected(meant) === meant ? 0 : 1
}

function formOf(text: string, { span: [from, to], form: said }: Mention): Form | undefined {
  if (said !== 'literal') return undefined
  return FORMS.find((form) => {
    const [place, ...others] = placesOf(text, form)
    return place?.[0] === from && place[1] === to && others.length === 0
  })
}

function placesOf(text: string, { pattern }: Form): (readonly [number, number])[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(
    ({ 0: words, index }) => [index, index + words.length] as const,
  )
}

/** Another value in words: another day of the month, or another sum. */
function otherThan(value: Json, said: string, form: Form, random: Rng): string | undefined {
  const other = typeof value === 'string' ? otherDay(value, random) : otherSum(value, random)
  if (other === undefined || other === value) return undefined
  const habit = [0, 1, 2].find((way) => form.write(value, random, way) === said)
  return form.write(other, random.fork('words'), habit)
}

function otherDay(date: string, random: Rng): string | undefined {
  const match = /^(\d{4}-\d{2}-)(\d{2})$/.exec(date)
  const day = between(random.fork('day'), 1, 28)
  return match ? `${match[1]}${String(day).padStart(2, '0')}` : undefined
}

function otherSum(value: Json, random: Rng): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 9
    ? Math.round(value / 10) * 10 + 10 * between(random.fork('sum'), 1, 5)
    : undefined
}
