/** Counts by name. */
export type Tally = Map<string, number>

export function count(tally: Tally, name: string, by = 1): void {
  tally.set(name, (tally.get(name) ?? 0) + by)
}

/** A count with its name. */
export interface Ranked {
  readonly name: string
  readonly count: number
}

/** Most frequent first; equal counts in code-unit order, so that equal data print equally. */
export function ranked(tally: ReadonlyMap<string, number>): Ranked[] {
  return [...tally]
    .map(([name, n]) => ({ name, count: n }))
    .toSorted((a, b) => b.count - a.count || byName(a.name, b.name))
}

/** Code-unit order. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `part` of `whole`, four decimals; 0 where there is nothing to be part of. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}
