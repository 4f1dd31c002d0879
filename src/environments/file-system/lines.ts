/** Control characters between files, groups and records, at which Python ends a line. */
const SEPARATORS = '\u001c-\u001e'
const RARE = `\r\v\f${SEPARATORS}\u0085\u2028\u2029`
const LINE_END = new RegExp(`\r\n|[\n${RARE}]`)
const RARE_LINE_END = new RegExp(`[${RARE}]`)
const BLANKS = new RegExp(`[\t-\r${SEPARATORS}\u001f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`)

/** Lines as Python's `splitlines` makes them: no empty last line (SEMANTICS.md section 5). */
export function linesOf(text: string): string[] {
  const lines = text.split(RARE_LINE_END.test(text) ? LINE_END : '\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** How many words Python's `split` finds; unlike JavaScript it knows U+001C-001F and U+0085, and not U+FEFF. */
export function countWords(text: string): number {
  return text.split(BLANKS).filter((word) => word !== '').length
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

export function countCharacters(text: string): number {
  return text.length - (text.match(PAIR)?.length ?? 0)
}

/** Order by code point, where JavaScript's own is by UTF-16 unit. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((character, i) => character !== right[i])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}

/** The last `count` lines as a Python slice `[-count:]` gives them: 0 is all, -k leaves out the first k. */
export function lastLines(lines: readonly string[], count: number): readonly string[] {
  return lines.slice(-count)
}

/** Pairs of lines that differ, up to the end of the shorter text. */
export function differences(a: string, b: string): string[] {
  const others = linesOf(b)
  return linesOf(a)
    .slice(0, others.length)
    .flatMap((line, i) => (line === others[i] ? [] : [`- ${line}\n+ ${others[i]}`]))
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** `6.47 KB`: 1024 steps and two decimals, rounded half to even from the exact quotient. */
export function readableSize(bytes: number): string {
  let divisor = 1
  let unit = 0
  while (bytes >= divisor * 1024 && unit < UNITS.length) {
    divisor *= 1024
    unit += 1
  }
  const [whole, rest] = [Math.floor((bytes * 100) / divisor), (bytes * 100) % divisor]
  const up = rest * 2 > divisor || (rest * 2 === divisor && whole % 2 === 1)
  const hundredths = String(whole + (up ? 1 : 0)).padStart(3, '0')
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)} ${UNITS[unit] ?? 'PB'}`
}
