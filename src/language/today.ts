import { WEEKDAYS, weekdayOf } from '../core/calendar.js'
import type { Message } from '../core/message.js'
import { formNamed, MONTHS } from './forms.js'

const LINE = new RegExp(String.raw`\bToday is (?:${WEEKDAYS.join('|')}), (\d{1,2} (?:${MONTHS.join('|')}) \d{4})\.`)

/** The line by which a system prompt tells the day: "Today is Thursday, 22 October 2026." */
export function tellToday(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `Today is ${WEEKDAYS[weekdayOf(date)]}, ${day} ${MONTHS[(month ?? 1) - 1]} ${year}.`
}

const remembered = new Map<string, string | undefined>()

/** Texts remembered: every reading of a conversation asks its system prompt for the day. */
const REMEMBERED = 64

/** The inverse: the day that a text tells. */
export function todayIn(text: string): string | undefined {
  if (remembered.has(text)) return remembered.get(text)
  const said = LINE.exec(text)?.[1]
  const date = said === undefined ? undefined : formNamed('date').parse(said)
  const today = date === undefined ? undefined : String(date)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(text, today)
  return today
}

/** The day that a conversation's system prompt tells. */
export function todayOf([first]: readonly Message[]): string | undefined {
  return first?.role === 'system' ? todayIn(first.content) : undefined
}
