/** What is compared with a benchmark, read from the user's copy of it. Levels whose files are absent stay empty. */
export interface Benchmark {
  readonly name: string
  /** Different user messages. */
  readonly questions: ReadonlySet<string>
  /** Tools of a turn's published answer in order, turns of several calls only. */
  readonly plans: ReadonlySet<string>
  /** Parameter names of each tool, sorted, by tool. */
  readonly tools: ReadonlyMap<string, string>
  /** Telling values of states and answers. */
  readonly values: ReadonlySet<string>
  /** Levels that could not be read, with the missing file or folder. */
  readonly absent: readonly string[]
}

/** How a turn's tools are written as a plan. */
export function planText(tools: readonly string[]): string | undefined {
  return tools.length > 1 ? tools.join(' > ') : undefined
}

/** Does a value tell where it is from? Long, and not an everyday word: with a digit, or of several words. */
export function isTelling(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) >= 10_000
  return typeof value === 'string' && value.length >= 6 && (/\d/.test(value) || /\S\s+\S/.test(value))
}
