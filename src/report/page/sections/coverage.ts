import type { CoverageFigure, ToolCoverage } from '../../figures/coverage.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { heat, type HeatCell } from '../charts/heat.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'

/** Which tools and relations rows reach. */
export function coverageSection({ coverage }: Figures): Markup {
  const strip = (value: (tool: ToolCoverage) => number, wanted: (tool: ToolCoverage) => boolean): Markup =>
    heat(
      [...new Set(coverage.tools.map(({ environment }) => environment))].map((environment) => ({
        label: environment,
        cells: coverage.tools
          .filter((tool) => tool.environment === environment)
          .map((tool): HeatCell => ({
            title: titleOf(tool),
            value: value(tool),
            state: wanted(tool) ? 'missing' : 'outside',
          })),
      })),
    )
  const { provides, enables } = coverage.relations
  return html`<h2>Tools and relations</h2>
    <p class="soft">
      One cell per tool. <i class="key"></i>stronger: more often <i class="key missing"></i>possible, and never seen
      <i class="key outside"></i>not possible by the graph
    </p>
    <div class="grid">
      ${card('As target', [
        strip(
          (tool) => tool.asTarget,
          (tool) => tool.reachable,
        ),
        never(coverage.tools.filter((tool) => tool.reachable && tool.asTarget === 0)),
      ])}
      ${card('As target with a hidden step', [
        strip(
          (tool) => tool.asTargetWithHidden,
          (tool) => tool.reachable && tool.canHide,
        ),
        never(coverage.tools.filter((tool) => tool.reachable && tool.canHide && tool.asTargetWithHidden === 0)),
      ])}
      ${card(
        'As a hidden step',
        strip(
          (tool) => tool.asHidden,
          () => false,
        ),
      )}
      ${card('Relations used', [bars([relationBar('provides', provides), relationBar('enables', enables)]), unusedRelations(coverage)])}
      ${card(
        'All tools',
        html`<details>
          <summary>${plural(coverage.tools.length, 'tool')}</summary>
          <table>
            <tr>
              <th>environment</th>
              <th>tool</th>
              <th class="number">calls</th>
              <th class="number">as target</th>
              <th class="number">with a hidden step</th>
              <th class="number">as hidden step</th>
            </tr>
            ${coverage.tools.map(toolRow)}
          </table>
        </details>`,
        true,
      )}
    </div>`
}

function never(tools: readonly ToolCoverage[]): Markup {
  return tools.length === 0 ? html`` : html`<p class="under">Never: ${tools.map(({ tool }) => tool).join(', ')}.</p>`
}

function titleOf({ tool, asTarget, asTargetWithHidden, asHidden, calls }: ToolCoverage): string {
  return `${tool}: target ${asTarget}, with a hidden step ${asTargetWithHidden}, hidden step ${asHidden}, calls ${calls}`
}

function toolRow({ environment, tool, calls, asTarget, asTargetWithHidden, asHidden }: ToolCoverage): Markup {
  return html`<tr>
    <td>${environment}</td>
    <td class="mono">${tool}</td>
    ${[calls, asTarget, asTargetWithHidden, asHidden].map((n) => html`<td class="number">${grouped(n)}</td>`)}
  </tr>`
}

function relationBar(label: string, { used, total }: { readonly used: number; readonly total: number }): Bar {
  return { label, value: share(used, total), shown: `${grouped(used)} of ${grouped(total)}` }
}

function unusedRelations({ unusedRelations: unused }: CoverageFigure): Markup {
  return html`<details>
    <summary>${grouped(unused.length)} never used</summary>
    <p class="note mono">
      ${unused.slice(0, 200).map((relation) => html`${relation}<br />`)}${unused.length > 200 ? `and ${unused.length - 200} more` : ''}
    </p>
  </details>`
}
