import type { DistributionFigure } from '../../distribution.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, percent } from '../../numbers.js'
import { share } from '../../tally.js'
import { html, type Markup } from '../markup.js'
import { card } from './card.js'
import { histogram } from './histogram.js'

/** How large turns are and how their calls hang together. */
export function shapeSection({ shape, hidden, reuse }: Figures): Markup {
  return html`<h2>Turns</h2>
    <div class="grid">
      ${card('Calls per turn', histogram(shape.callsPerTurn, 'calls'))}
      ${card('Hidden steps per turn', [
        histogram(hidden.perTurn, 'hidden steps'),
        html`<p class="under">
          Counted apart:
          ${Object.entries(hidden.apart)
            .map(([kind, n]) => `${kind} ${grouped(n)}`)
            .join(', ')}.
        </p>`,
      ])}
      ${card('Dependency depth of a turn', histogram(shape.depth, 'calls in the longest chain'))}
      ${card('Turns per trajectory', histogram(shape.turnsPerRow, 'turns'))}
      ${card('Calls per step', [histogram(shape.callsPerStep, 'calls at once'), html`<p class="under">${percent(share(shape.parallelSteps, shape.callsPerStep.n))} of calling steps are parallel.</p>`])}
      ${card('Calls between producing and using a value', [histogram(reuse.distanceInCalls, 'calls'), html`<p class="under">${percent(farShare(reuse.distanceInTurns))} of the values come from an earlier turn.</p>`])}
    </div>`
}

function farShare({ bins, n }: DistributionFigure): number {
  return share(
    bins.filter(({ from }) => from > 0).reduce((sum, { count }) => sum + count, 0),
    n,
  )
}
