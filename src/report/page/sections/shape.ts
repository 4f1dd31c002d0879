import type { DistributionFigure } from '../../distribution.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, percent } from '../../numbers.js'
import { share } from '../../tally.js'
import type { Markup } from '../markup.js'
import { card, note, section } from './card.js'
import { histogram } from './histogram.js'

/** How large turns are and how their calls hang together. */
export function shapeSection({ shape, hidden, reuse }: Figures): Markup {
  const apart = Object.entries(hidden.apart).map(([kind, n]) => `${kind} ${grouped(n)}`)
  const parallel = percent(share(shape.parallelSteps, shape.callsPerStep.n))
  const far = percent(shareAbove(0, reuse.distanceInTurns))
  return section('Turns', [
    card('Calls per turn', histogram(shape.callsPerTurn, 'calls')),
    card(
      'Hidden steps per turn',
      histogram(hidden.perTurn, 'hidden steps'),
      note(`Counted apart: ${apart.join(', ')}.`),
    ),
    card('Dependency depth of a turn', histogram(shape.depth, 'calls in the longest chain')),
    card('Turns per trajectory', histogram(shape.turnsPerRow, 'turns')),
    card(
      'Calls per step',
      histogram(shape.callsPerStep, 'calls at once'),
      note(`${parallel} of the calling steps are parallel.`),
    ),
    card(
      'Calls between producing and using a value',
      histogram(reuse.distanceInCalls, 'calls'),
      note(`${far} of the values come from an earlier turn.`),
    ),
  ])
}

function shareAbove(value: number, { bins, n }: DistributionFigure): number {
  const above = bins.filter(({ from }) => from > value)
  return share(
    above.reduce((sum, { count }) => sum + count, 0),
    n,
  )
}
