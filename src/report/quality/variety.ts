import type { Figures } from '../figures/figures.js'
import { grouped, percent, plural } from '../numbers.js'
import { share } from '../tally.js'
import type { QualityLine } from './line.js'

/** How many different plans turns follow. */
export function signatureLines({ signatures, shape }: Figures): QualityLine[] {
  const { turns, distinct, perThousand, top } = signatures
  const largest = share(top[0]?.count ?? 0, turns)
  return [
    {
      id: 'signatures',
      what: 'distinct signatures of linked multi-call turns per 1,000 trajectories',
      value: perThousand ?? distinct,
      shown: perThousand === undefined ? `${grouped(distinct)} in ${plural(shape.rows, 'row')}` : grouped(perThousand),
      bar: '>= 250',
      ...(perThousand === undefined && distinct < 250
        ? { holds: null, note: 'needs 1,000 rows' }
        : { holds: (perThousand ?? distinct) >= 250 }),
    },
    {
      id: 'signature-share',
      what: 'largest share of one signature among them',
      value: largest,
      shown: percent(largest),
      bar: '<= 2 %',
      holds: turns === 0 ? null : largest <= 0.02,
      ...(top[0] ? { note: top[0].tools } : {}),
    },
  ]
}

/** How varied user messages and chains of thought are. */
export function wordingLines({ wording, reasoning }: Figures): QualityLine[] {
  const ratio = wording.distinct[4]
  const small = wording.sampleWords < 10_000
  return [
    {
      id: 'four-grams',
      what: 'distinct 4-grams of user messages, values masked, in 10,000 tokens',
      value: ratio,
      shown: ratio.toFixed(2),
      bar: '>= 0.5 procedural, >= 0.8 model',
      ...(small && ratio >= 0.5
        ? { holds: null, note: `only ${plural(wording.sampleWords, 'token')}; fewer tokens look more varied` }
        : { holds: ratio >= 0.5 }),
    },
    {
      id: 'thought-sentences',
      what: 'share of the ten commonest masked chain-of-thought sentences',
      value: reasoning.topShare,
      shown: percent(reasoning.topShare),
      bar: '<= 15 %',
      holds: reasoning.sentences === 0 ? null : reasoning.topShare <= 0.15,
    },
  ]
}
