import { markup, type Markup } from '../markup.js'

export interface Bar {
  readonly label: string
  readonly value: number
  /** What stands after the bar. */
  readonly shown: string
}

const WIDTH = 560
const ROW = 22
const CHARACTER = 6.7

/** Horizontal bars from a common zero, with an optional line at a limit; `full` is the value of a bar of full length. */
export function bars(items: readonly Bar[], options: { readonly limit?: number; readonly full?: number } = {}): Markup {
  if (items.length === 0) return markup`<p class="none">none</p>`
  const labels = Math.min(250, Math.max(60, ...items.map(({ label }) => label.length * CHARACTER + 8)))
  const room = WIDTH - labels - 12 - Math.max(...items.map(({ shown }) => shown.length * CHARACTER))
  const scale = room / Math.max(options.full ?? 0, options.limit ?? 0, ...items.map(({ value }) => value), 1e-9)
  const height = items.length * ROW + 4
  const limit = options.limit === undefined ? undefined : labels + options.limit * scale
  const line =
    limit === undefined
      ? ''
      : markup`<line class="limit" x1="${fixed(limit)}" x2="${fixed(limit)}" y1="0" y2="${height}" />`
  const rows = items.map(({ label, value, shown }, i) => {
    const y = i * ROW + 3
    const width = fixed(Math.max(value > 0 ? 1.5 : 0, value * scale))
    const end = labels + value * scale + 6
    const crossed = limit !== undefined && limit > end - 6 && limit < end + shown.length * CHARACTER
    return markup`<g>
      <title>${label}: ${shown}</title>
      <text class="label" x="${fixed(labels - 8)}" y="${y + 12}">${shortened(label, Math.floor((labels - 8) / CHARACTER))}</text>
      <rect class="bar" x="${fixed(labels)}" y="${y}" width="${width}" height="${ROW - 6}" rx="2" />
      <text class="value" x="${fixed(crossed ? limit + 6 : end)}" y="${y + 12}">${shown}</text>
    </g>`
  })
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img">${line}${rows}</svg>`
}

/** A coordinate with at most one decimal. */
export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`
}
