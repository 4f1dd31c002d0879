import type { ToolCoverage } from '../figures/coverage.js'
import { FAMILIES } from '../../core/family.js'
import type { Figures } from '../figures/figures.js'
import { percent, plural } from '../numbers.js'
import { share } from '../tally.js'
import type { QualityLine } from './line.js'

const ROWS_FOR_TARGETS = 5000
const TIMES = 10

/** How often each tool is what a turn must reach. */
export function targetLine(figures: Figures): QualityLine {
  const reachable = figures.coverage.tools.filter((tool) => tool.reachable)
  return leastOf(
    'targets',
    'each reachable target tool, times in 5,000 rows',
    reachable,
    ({ asTarget }) => asTarget,
    figures.shape.rows,
  )
}

/** The same, with a hidden step on the way. */
export function hiddenTargetLine(figures: Figures): QualityLine {
  const hiding = figures.coverage.tools.filter((tool) => tool.reachable && tool.canHide)
  return leastOf(
    'hidden-targets',
    'the same with a hidden step, where the graph has one',
    hiding,
    (tool) => tool.asTargetWithHidden,
    figures.shape.rows,
  )
}

/** Counts of fewer rows are scaled up for reading, but only a full count fails the bar. */
function leastOf(
  id: string,
  what: string,
  tools: readonly ToolCoverage[],
  times: (tool: ToolCoverage) => number,
  rows: number,
): QualityLine {
  const scale = ROWS_FOR_TARGETS / Math.max(1, rows)
  const sorted = tools.toSorted((a, b) => times(a) - times(b))
  const [least] = sorted
  const below = sorted.filter((tool) => times(tool) * scale < TIMES)
  const value = least ? Math.round(times(least) * scale) : null
  const exact = rows >= ROWS_FOR_TARGETS || tools.every((tool) => times(tool) >= TIMES)
  const named = below.slice(0, 12).map((tool) => `${tool.tool} ${times(tool)}`)
  const notes = [
    ...(exact ? [] : [`scaled from ${plural(rows, 'row')}`]),
    ...(below.length > 0
      ? [`below: ${named.join(', ')}${below.length > named.length ? ` and ${below.length - named.length} more` : ''}`]
      : []),
  ]
  return {
    id,
    what,
    value,
    shown: least ? `${below.length} of ${tools.length} below` : 'no tools',
    bar: `>= ${TIMES} each`,
    holds: least === undefined || !exact ? null : below.length === 0,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
}

/** The share of each family. */
export function familyLine({ families, shape }: Figures): QualityLine {
  const known = families.families.filter(({ name }) => (FAMILIES as readonly string[]).includes(name))
  const shares = known
    .map(({ name, rows }) => ({ name, part: share(rows, shape.rows) }))
    .toSorted((a, b) => a.part - b.part)
  const [least] = shares
  const below = shares.filter(({ part }) => part < 0.05)
  return {
    id: 'families',
    what: 'share of rows of each family',
    value: least?.part ?? 0,
    shown:
      below.length === 0
        ? `least ${percent(least?.part ?? 0)} ${least?.name ?? ''}`
        : `${below.length} of ${known.length} below`,
    bar: '>= 5 % each',
    holds: shape.rows === 0 ? null : below.length === 0,
    ...(below.length === 0
      ? {}
      : { note: `below: ${below.map(({ name, part }) => `${name} ${percent(part)}`).join(', ')}` }),
  }
}
