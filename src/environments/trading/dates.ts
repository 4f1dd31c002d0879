import type { Json } from '../../core/json.js'
import { formatRepr } from '../../text/python.js'
import { pythonType, raised } from './arguments.js'

const DATE = /^(\d{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12]\d|0[1-9]|[1-9]| [1-9])/
const TIME = / +(2[0-3]|[01]\d|\d):([0-5]\d|\d):(6[01]|[0-5]\d|\d)/
const DATE_TIME = new RegExp(DATE.source + TIME.source)

/** Midnight of a `YYYY-MM-DD` text as a sortable text, read as Python's date parsing does (SEMANTICS.md section 4). */
export function midnightOf(text: Json): string {
  return parse(text, DATE, '%Y-%m-%d')
}

/** A `YYYY-MM-DD HH:MM:SS` text as a sortable text. */
export function momentOf(text: Json): string {
  return parse(text, DATE_TIME, '%Y-%m-%d %H:%M:%S')
}

function parse(text: Json, pattern: RegExp, format: string): string {
  if (typeof text !== 'string')
    throw raised('invalid-date', `strptime() argument 1 must be str, not ${pythonType(text)}`)
  const match = pattern.exec(text)
  if (!match) throw raised('invalid-date', `time data ${formatRepr(text)} does not match format '${format}'`)
  const [whole, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = match
  if (whole.length < text.length) throw raised('invalid-date', `unconverted data remains: ${text.slice(whole.length)}`)
  if (year === '0000') throw raised('invalid-date', 'year 0 is out of range')
  if (Number(day) > daysIn(Number(year), Number(month))) throw raised('invalid-date', 'day is out of range for month')
  if (Number(second) > 59) throw raised('invalid-date', 'second must be in 0..59')
  const two = (part: string): string => part.trim().padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `YYYY-MM-DD HH:MM:SS` some seconds after another such text. */
export function later(moment: string, seconds: number): string {
  const start = Date.parse(`${moment.replace(' ', 'T')}Z`)
  return new Date(start + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** The time of day of a moment on a twelve-hour clock: `10:30 AM`. */
export function clockTime(moment: string): string {
  const hour = Number(moment.slice(11, 13))
  return `${String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')}:${moment.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
}
