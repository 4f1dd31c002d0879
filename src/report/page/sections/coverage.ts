import type { CoverageFigure, ToolCoverage } from '../../figures/coverage.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { heat } from '../charts/heat.js'
import { markup, type Markup } from '../markup.js'
import { card, folded, note, section, table, wideCard } from './card.js'

const KEY = markup`<p class="soft">One cell per tool. <i class="key"></i>stronger: more often <i class="key missing"></i>possible, and never seen
  <i class="key outside"></i>none, and none expected</p>`

/** Which tools and relations rows reach. */
export function coverageSection({ coverage }: Figures): Markup {
  const { tools, relations } = coverage
  const cards = [
    card('As target', ...strip(tools, 'asTarget', ({ reachable }) => reachable)),
    card(
      'As target with a hidden step',
      ...strip(tools, 'asTargetWithHidden', ({ reachable, canHide }) => reachable && canHide),
    ),
    card('As a hidden step', ...strip(tools, 'asHidden', () => false)),
    card(
      'Relations used',
      bars([relationBar('provides', relations.provides), relationBar('enables', relations.enables)]),
      unused(coverage),
    ),
    wideCard('All tools', folded(plural(tools.length, 'tool'), toolTable(tools))),
  ]
  return section('Tools and relations', cards, KEY)
}

/** One row of cells per environment, and the tools that should be there and are not. */
function strip(
  tools: readonly ToolCoverage[],
  figure: 'asTarget' | 'asTargetWithHidden' | 'asHidden',
  isPossible: (tool: ToolCoverage) => boolean,
): Markup[] {
  const environments = [...new Set(tools.map(({ environment }) => environment))]
  const rows = environments.map((label) => ({
    label,
    cells: tools
      .filter(({ environment }) => environment === label)
      .map((tool) => ({
        title: titleOf(tool),
        value: tool[figure],
        state: isPossible(tool) ? ('missing' as const) : ('outside' as const),
      })),
  }))
  const never = tools.filter((tool) => isPossible(tool) && tool[figure] === 0).map(({ tool }) => tool)
  return [heat(rows), ...(never.length > 0 ? [note(`Never: ${never.join(', ')}.`)] : [])]
}

function titleOf({ tool, asTarget, asTargetWithHidden, asHidden, calls }: ToolCoverage): string {
  return `${tool}: target ${asTarget}, with a hidden step ${asTargetWithHidden}, hidden step ${asHidden}, calls ${calls}`
}

function toolTable(tools: readonly ToolCoverage[]): Markup {
  const rows = tools.map(({ environment, tool, calls, asTarget, asTargetWithHidden, asHidden }) => [
    environment,
    tool,
    ...[calls, asTarget, asTargetWithHidden, asHidden].map(grouped),
  ])
  return table(rows, ['environment', 'tool', 'calls', 'as target', 'with a hidden step', 'as hidden step'])
}

function relationBar(label: string, { used, total }: { readonly used: number; readonly total: number }): Bar {
  return { label, value: share(used, total), shown: `${grouped(used)} of ${grouped(total)}` }
}

const LISTED = 200

function unused({ unusedRelations: relations }: CoverageFigure): Markup {
  const more = relations.length > LISTED ? [[`and ${relations.length - LISTED} more`]] : []
  return folded(
    `${grouped(relations.length)} never used`,
    table([...relations.slice(0, LISTED).map((relation) => [relation]), ...more]),
  )
}
