import { fixed } from './bars.js'
import { markup, type Markup } from '../markup.js'

export interface HeatCell {
  readonly title: string
  readonly value: number
  /** `missing`: should be more than nothing and is not; `outside`: cannot be more than nothing. */
  readonly state?: 'missing' | 'outside'
}

export interface HeatRow {
  readonly label: string
  readonly cells: readonly HeatCell[]
}

const SIZE = 20
const GAP = 3

/** A strip of cells per row, stronger where the value is larger (logarithmic), outlined where something is missing. */
export function heat(rows: readonly HeatRow[], options: { readonly columns?: readonly string[] } = {}): Markup {
  const labels = Math.max(40, ...rows.map(({ label }) => label.length * 6.7 + 12))
  const most = Math.max(...rows.map(({ cells }) => cells.length), 1)
  const width = options.columns ? SIZE * 2 : SIZE
  const top = options.columns ? 18 : 0
  const largest = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value)))
  const heads = (options.columns ?? []).map(
    (name, i) => markup`<text class="under" x="${fixed(labels + i * (width + GAP) + width / 2)}" y="12">${name}</text>`,
  )
  const drawn = rows.map(({ label, cells }, y) => {
    const dy = top + y * (SIZE + GAP)
    const own = cells.map(({ title, value, state }, x) => {
      const strength = value === 0 ? 0 : 0.15 + (0.85 * Math.log1p(value)) / Math.log1p(largest)
      const look = value > 0 ? 'cell' : (state ?? 'empty')
      const place = markup`x="${fixed(labels + x * (width + GAP))}" y="${dy}" width="${width}" height="${SIZE}" rx="3"`
      const opacity = value > 0 ? markup`fill-opacity="${strength.toFixed(2)}"` : ''
      return markup`<rect class="${look}" ${place} ${opacity}><title>${title}</title></rect>`
    })
    return markup`<text class="label" x="${fixed(labels - 8)}" y="${dy + 14}">${label}</text>${own}`
  })
  const [right, bottom] = [fixed(labels + most * (width + GAP)), top + rows.length * (SIZE + GAP)]
  return markup`<svg viewBox="0 0 ${right} ${bottom}" role="img" style="max-width:${right}px">${heads}${drawn}</svg>`
}
