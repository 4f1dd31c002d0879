import { addDays } from '../../core/calendar.js'
import { between, chance, type Rng } from '../../core/random.js'

const DATE = /^([0-9]{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9])$/

export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day a text names as year-month-day; one-digit months and days are accepted (`SEMANTICS.md` section 4). */
export function parseDay(text: string): CalendarDay | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  const parsed = { year: Number(year), month: Number(month), day: Number(day) }
  return parsed.year > 0 && parsed.day <= daysIn(parsed.year, parsed.month) ? parsed : undefined
}

/** A day to travel on: two in five within a fortnight, the others within half a year. */
export function dayAhead(random: Rng, clock: string): string {
  return addDays(clock, chance(random, 2, 5) ? between(random, 2, 14) : between(random, 15, 170))
}

/** Full years between a birthday and the ISO date `today`. */
export function ageOn(today: string, born: CalendarDay): number {
  const [year = 0, month = 0, day = 0] = today.slice(0, 10).split('-').map(Number)
  const beforeBirthday = month < born.month || (month === born.month && day < born.day)
  return year - born.year - (beforeBirthday ? 1 : 0)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
