import type { DistributionFigure } from '../distribution.js'
import type { NearDuplicatesFigure } from '../duplicates/near-duplicates.js'
import type { CoverageFigure, ToolCoverage } from '../figures/coverage.js'
import type { Figures } from '../figures/figures.js'
import type { LengthFigure } from '../figures/lengths.js'
import { grouped, percent, plural } from '../numbers.js'
import { type Ranked, share } from '../tally.js'
import { type Bar, bars } from './bars.js'
import { columns } from './columns.js'
import { heat, type HeatCell } from './heat.js'
import { html, type Markup, type Part } from './markup.js'

/** A titled box. */
export function card(title: string, body: Part, wide = false): Markup {
  return html`<section class="card${wide ? ' wide' : ''}"><h3>${title}</h3>${body}</section>`
}

/** How large turns are and how their calls hang together. */
export function shapeSection({ shape, hidden, reuse }: Figures): Markup {
  return html`<h2>Turns</h2><div class="grid">
    ${card('Calls per turn', histogram(shape.callsPerTurn, 'calls'))}
    ${card('Hidden steps per turn', [histogram(hidden.perTurn, 'hidden steps'), html`<p class="under">Counted apart: ${Object.entries(hidden.apart).map(([kind, n]) => `${kind} ${grouped(n)}`).join(', ')}.</p>`])}
    ${card('Dependency depth of a turn', histogram(shape.depth, 'calls in the longest chain'))}
    ${card('Turns per trajectory', histogram(shape.turnsPerRow, 'turns'))}
    ${card('Calls per step', [histogram(shape.callsPerStep, 'calls at once'), html`<p class="under">${percent(share(shape.parallelSteps, shape.callsPerStep.n))} of calling steps are parallel.</p>`])}
    ${card('Calls between producing and using a value', [histogram(reuse.distanceInCalls, 'calls'), html`<p class="under">${percent(farShare(reuse.distanceInTurns))} of the values come from an earlier turn.</p>`])}
  </div>`
}

function farShare({ bins, n }: DistributionFigure): number {
  return share(bins.filter(({ from }) => from > 0).reduce((sum, { count }) => sum + count, 0), n)
}

/** What turns train, and which weak solvers they defeat. */
export function familySection({ families, shape }: Figures): Markup {
  const present = families.families.filter(({ turns }) => turns > 0)
  const shares = families.families.map(({ name, rows, turns }): Bar => ({ label: name, value: share(rows, shape.rows), shown: `${percent(share(rows, shape.rows))} (${plural(turns, 'turn')})` }))
  const failed = Object.entries(families.failedBy).map(([label, n]): Bar => ({ label, value: share(n, families.measuredTurns), shown: percent(share(n, families.measuredTurns)) }))
  const difficulty = families.buckets.map((value, i) => ({ label: String(i), value, title: `${plural(value, 'turn')} defeat ${i} of 8`, shown: rounded(share(value, families.measuredTurns)) }))
  const rows = present.map(({ name, buckets }) => ({ label: name, cells: buckets.map((value, i): HeatCell => ({ title: `${name}: ${plural(value, 'turn')} defeat ${i} of 8`, value })) }))
  return html`<h2>Families and difficulty</h2><div class="grid">
    ${card('Rows by family', bars(shares, { limit: 0.05 }))}
    ${card('Weak solvers that fail a turn', [columns(difficulty, { under: 'Of the eight solvers of the ladder: 0 means that anyone solves the turn.' })])}
    ${card('Turns that each weak solver fails', bars(failed))}
    ${card('Difficulty by family', [heat(rows, { columns: families.buckets.map((_, i) => String(i)) }), html`<p class="under">Columns: weak solvers that fail; darker: more turns.</p>`])}
  </div>`
}

/** What the user leaves to be found, where values come from, and which plans that makes. */
export function planSection({ hidden, provenance, reuse, signatures }: Figures): Markup {
  const part = (items: readonly Ranked[], total: number): Bar[] => items.map(({ name, count }) => ({ label: name, value: share(count, total), shown: percent(share(count, total)) }))
  const uses = Object.entries(reuse.bindings).map(([name, n]): Bar => ({ label: name === 'use' ? 'uses the result' : name.replaceAll('-', ' '), value: n, shown: grouped(n) }))
  const ranks = signatures.top.map(({ tools, count }, i) => ({ label: String(i + 1), value: share(count, signatures.turns), title: `${plural(count, 'turn')}: ${tools}` }))
  const commonest = signatures.top.slice(0, 8).map(({ tools, count }) => html`<tr><td class="number">${percent(share(count, signatures.turns))}</td><td class="mono data">${tools}</td></tr>`)
  return html`<h2>Plans</h2><div class="grid">
    ${card('Hidden steps by tool', [bars(part(hidden.tools.slice(0, 15), hidden.total), { limit: 0.2 }), html`<p class="under">${plural(hidden.total, 'hidden step')} of ${plural(hidden.tools.length, 'tool')}; the line is the bar of 20 %.</p>`])}
    ${card('Where argument values come from', [bars(part(provenance.classes, provenance.leaves)), html`<p class="under">${grouped(provenance.leaves)} argument leaves in the traces.</p>`])}
    ${card("Arguments bound to an earlier turn's result", [bars(uses), html`<p class="under">${plural(reuse.using, 'turn')} of ${grouped(reuse.laterTurns)} after the first use one; restated, said before, obtained again, tokens and the working directory do not count.</p>`])}
    ${card('Shares of the commonest plan signatures', [columns(ranks, { limit: { value: 0.02, label: '2 %' } }), html`<p class="under">${grouped(signatures.distinct)} signatures in ${grouped(signatures.turns)} linked multi-call turns.</p>`, html`<details><summary>the eight commonest</summary><table>${commonest}</table></details>`])}
  </div>`
}

/** Which tools and relations rows reach. */
export function coverageSection({ coverage }: Figures): Markup {
  const strip = (value: (tool: ToolCoverage) => number, wanted: (tool: ToolCoverage) => boolean): Markup =>
    heat(
      [...new Set(coverage.tools.map(({ environment }) => environment))].map((environment) => ({
        label: environment,
        cells: coverage.tools.filter((tool) => tool.environment === environment).map((tool): HeatCell => ({ title: titleOf(tool), value: value(tool), state: wanted(tool) ? 'missing' : 'outside' })),
      })),
    )
  const { provides, enables } = coverage.relations
  return html`<h2>Tools and relations</h2>
    <p class="soft">One cell per tool. <i class="key"></i>darker: more often <i class="key missing"></i>possible, and never seen <i class="key outside"></i>not possible by the graph</p>
    <div class="grid">
    ${card('As target', [strip((tool) => tool.asTarget, (tool) => tool.reachable), never(coverage.tools.filter((tool) => tool.reachable && tool.asTarget === 0))])}
    ${card('As target with a hidden step', [strip((tool) => tool.asTargetWithHidden, (tool) => tool.reachable && tool.canHide), never(coverage.tools.filter((tool) => tool.reachable && tool.canHide && tool.asTargetWithHidden === 0))])}
    ${card('As a hidden step', strip((tool) => tool.asHidden, () => false))}
    ${card('Relations used', [bars([relationBar('provides', provides), relationBar('enables', enables)]), unusedRelations(coverage)])}
    ${card('All tools', html`<details><summary>${plural(coverage.tools.length, 'tool')}</summary><table><tr><th>environment</th><th>tool</th><th class="number">calls</th><th class="number">as target</th><th class="number">with a hidden step</th><th class="number">as hidden step</th></tr>${coverage.tools.map(toolRow)}</table></details>`, true)}
  </div>`
}

function never(tools: readonly ToolCoverage[]): Markup {
  return tools.length === 0 ? html`` : html`<p class="under">Never: ${tools.map(({ tool }) => tool).join(', ')}.</p>`
}

function titleOf({ tool, asTarget, asTargetWithHidden, asHidden, calls }: ToolCoverage): string {
  return `${tool}: target ${asTarget}, with a hidden step ${asTargetWithHidden}, hidden step ${asHidden}, calls ${calls}`
}

function toolRow({ environment, tool, calls, asTarget, asTargetWithHidden, asHidden }: ToolCoverage): Markup {
  return html`<tr><td>${environment}</td><td class="mono">${tool}</td>${[calls, asTarget, asTargetWithHidden, asHidden].map((n) => html`<td class="number">${grouped(n)}</td>`)}</tr>`
}

function relationBar(label: string, { used, total }: { readonly used: number; readonly total: number }): Bar {
  return { label, value: share(used, total), shown: `${grouped(used)} of ${grouped(total)}` }
}

function unusedRelations({ unusedRelations: unused }: CoverageFigure): Markup {
  return html`<details><summary>${grouped(unused.length)} never used</summary><p class="note mono">${unused.slice(0, 200).map((relation) => html`${relation}<br>`)}${unused.length > 200 ? `and ${unused.length - 200} more` : ''}</p></details>`
}

/** How varied what is said is. */
export function wordingSection({ wording, reasoning }: Figures): Markup {
  const distinct = ([1, 2, 3, 4] as const).map((n): Bar => ({ label: `${n}-grams`, value: wording.distinct[n], shown: wording.distinct[n].toFixed(2) }))
  const grams = wording.commonestGrams.slice(0, 12).map(({ name, count }) => html`<tr><td class="number">${count}</td><td class="data">${name}</td></tr>`)
  const sentences = reasoning.top.map(({ sentence, count }) => html`<tr><td class="number">${percent(share(count, reasoning.sentences))}</td><td class="data">${sentence}</td></tr>`)
  return html`<h2>Wording, values masked</h2><div class="grid">
    ${card('Distinct runs of words in user messages', [bars(distinct, { full: 1 }), html`<p class="under">Of ${grouped(wording.sampleWords)} words drawn from ${plural(wording.messages, 'message')}; please or kindly in ${percent(wording.polite)}.</p>`])}
    ${card('Commonest 4-grams of that sample', html`<table>${grams}</table>`)}
    ${card('Commonest sentences of chains of thought', [html`<table>${sentences}</table>`, html`<p class="under">${percent(reasoning.topShare)} of ${grouped(reasoning.sentences)} sentences; ${grouped(reasoning.distinct)} differ. ${percent(share(reasoning.reasonedSteps, reasoning.callingSteps))} of the steps that call something think before.</p>`], true)}
  </div>`
}

/** How long what is said is. */
export function lengthSection({ lengths }: Figures): Markup {
  const length = (title: string, figure: LengthFigure): Markup => card(title, [histogram(figure.words, 'words'), html`<p class="under">Characters: median ${grouped(figure.characters.median)}, longest ${grouped(figure.characters.max)}.${figure.tokens ? ` Tokens: median ${grouped(figure.tokens.median)}, longest ${grouped(figure.tokens.max)}.` : ''}</p>`])
  return html`<h2>Lengths</h2><div class="grid">
    ${length('User messages', lengths.userMessages)}${length('Chains of thought', lengths.reasoning)}${length('Final answers', lengths.answers)}${length('Whole rows', lengths.rows)}
  </div>`
}

/** What failed on the way, and what is said twice. */
export function attemptSection({ attempts, nearDuplicates }: Figures): Markup {
  const kinds = attempts.kinds.map(({ name, count }): Bar => ({ label: name, value: count, shown: grouped(count) }))
  return html`<h2>Attempts and duplicates</h2><div class="grid">
    ${card('Failed attempts by what was wrong', [bars(kinds), html`<p class="under">${percent(share(attempts.firstTry, attempts.turns))} of the turns were solved at the first try; ${plural(attempts.failed, 'failed attempt')} in all.</p>`])}
    ${card('Near-duplicates', duplicatesOf(nearDuplicates))}
  </div>`
}

function duplicatesOf({ dropped, threshold, rows }: NearDuplicatesFigure): Markup {
  const listed = dropped.slice(0, 100).map(({ id, like, likeness }) => html`<tr><td class="mono data">${id}</td><td class="mono data">${like}</td><td class="number">${likeness.toFixed(2)}</td></tr>`)
  return html`<p>${dropped.length === 0 ? 'No row' : plural(dropped.length, 'row')} of ${grouped(rows)} would be dropped for saying nearly what an earlier one says (likeness of at least ${threshold} over 5-word shingles).</p>
    ${dropped.length === 0 ? '' : html`<details><summary>which</summary><table><tr><th>row</th><th>like</th><th class="number">likeness</th></tr>${listed}</table></details>`}`
}

function histogram({ bins, n, mean, median, p90, max }: DistributionFigure, noun: string): Markup {
  const items = bins.map(({ from, to, count }) => {
    const range = from === to ? grouped(from) : `${grouped(from)}-${grouped(to)}`
    return { label: grouped(from), value: count, title: `${range} ${noun}: ${grouped(count)} (${percent(share(count, n))})`, shown: rounded(share(count, n)) }
  })
  return columns(items, { under: `${noun}: mean ${mean}, median ${grouped(median)}, 90 % up to ${grouped(p90)}, most ${grouped(max)}` })
}

/** A share as a whole percentage, for small places. */
function rounded(part: number): string {
  return part > 0 && part < 0.005 ? '<1 %' : `${Math.round(part * 100)} %`
}
