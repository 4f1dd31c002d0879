import type { Figures } from '../figures/figures.js'
import { percent, plural } from '../numbers.js'
import { share } from '../tally.js'
import type { QualityLine } from './line.js'

/** What turns ask of an assistant. */
export function turnLines({ shape, hidden, reuse }: Figures): QualityLine[] {
  const withHidden = share(hidden.turnsWith, shape.turns)
  const short = share(shape.oneCallOrNone, shape.turns)
  const [commonest] = hidden.tools
  const largest = share(commonest?.count ?? 0, hidden.total)
  const using = share(reuse.using, reuse.laterTurns)
  return [
    {
      id: 'hidden-turns',
      what: 'turns with at least one hidden step',
      value: withHidden,
      shown: percent(withHidden),
      bar: '>= 50 %',
      holds: withHidden >= 0.5,
    },
    {
      id: 'short-turns',
      what: 'turns with one call or none',
      value: short,
      shown: percent(short),
      bar: '20-30 %',
      holds: short >= 0.2 && short <= 0.3,
    },
    {
      id: 'hidden-tool',
      what: 'share of any one tool among hidden steps',
      value: largest,
      shown: percent(largest),
      bar: '<= 20 %',
      holds: hidden.total === 0 ? null : largest <= 0.2,
      ...(commonest ? { note: `${commonest.name}; ${plural(hidden.tools.length, 'tool')} in all` } : {}),
    },
    {
      id: 'earlier-results',
      what: "turns after the first that use an earlier turn's result",
      value: using,
      shown: percent(using),
      bar: '>= 40 %',
      holds: reuse.laterTurns === 0 ? null : using >= 0.4,
      note: `${percent(share(reuse.leaning, reuse.laterTurns))} take something from an earlier turn, with what the user said there`,
    },
  ]
}
