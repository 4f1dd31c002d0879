import { fixed } from './bars.js'
import { markup, type Markup } from '../markup.js'

export interface Column {
  /** Under the column, where there is room. */
  readonly label: string
  readonly value: number
  readonly title: string
  /** Above the column. */
  readonly shown?: string
}

const [WIDTH, HEIGHT, TOP, BOTTOM] = [560, 190, 20, 24]

/** Vertical columns: a histogram, or shares by rank. `limit` draws a line across. */
export function columns(
  items: readonly Column[],
  options: { readonly limit?: { readonly value: number; readonly label: string } } = {},
): Markup {
  if (items.length === 0) return markup`<p class="none">none</p>`
  const plot = HEIGHT - TOP - BOTTOM
  const scale = plot / Math.max(options.limit?.value ?? 0, ...items.map(({ value }) => value), 1e-9)
  const pitch = Math.min(64, WIDTH / items.length)
  const every = Math.ceil(Math.max(...items.map(({ label }) => label.length * 6.6 + 10)) / pitch)
  const drawn = items.map(({ label, value, title, shown }, i) => {
    const [x, height] = [i * pitch, Math.max(value > 0 ? 1.5 : 0, value * scale)]
    const middle = fixed(x + pitch / 2)
    return markup`<g>
      <title>${title}</title>
      <rect class="hit" x="${fixed(x)}" y="0" width="${fixed(pitch)}" height="${HEIGHT - BOTTOM}" />
      <rect
        class="bar"
        x="${fixed(x + Math.min(3, pitch / 8))}"
        y="${fixed(HEIGHT - BOTTOM - height)}"
        width="${fixed(Math.max(1, pitch - Math.min(6, pitch / 4)))}"
        height="${fixed(height)}"
        rx="${pitch > 10 ? 2 : 0}"
      />
      ${shown !== undefined && pitch >= 34 ? markup`<text class="over" x="${middle}" y="${fixed(HEIGHT - BOTTOM - height - 5)}">${shown}</text>` : ''}
      ${i % every === 0 ? markup`<text class="under" x="${middle}" y="${HEIGHT - 8}">${label}</text>` : ''}
    </g>`
  })
  const { limit } = options
  const at = limit && fixed(HEIGHT - BOTTOM - limit.value * scale)
  const line =
    limit && at !== undefined
      ? markup`<line class="limit" x1="0" x2="${WIDTH}" y1="${at}" y2="${at}" />
          <text class="limit-label" x="${WIDTH}" y="${fixed(Number(at) - 5)}">${limit.label}</text>`
      : ''
  const axis = markup`<line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" />`
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${drawn}${axis}${line}</svg>`
}
