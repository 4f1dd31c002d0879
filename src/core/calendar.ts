const DAY = 86_400_000

export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** The ISO date so many days after another. */
export function addDays(date: string, days: number): string {
  return new Date(timeOf(date) + days * DAY).toISOString().slice(0, 10)
}

/** How many days after `from` an ISO date lies. */
export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / DAY
}

/** The day of the week of an ISO date, as a place in `WEEKDAYS`: 0 is Monday, 6 Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(timeOf(date)).getUTCDay() + 6) % 7
}

/** The ISO date of a day; undefined where the month has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
  return Number(date.slice(8)) === day ? date : undefined
}

function timeOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}
