import type { Figures } from '../figures/figures.js'
import { plural } from '../numbers.js'
import type { QualityLine } from './line.js'

/** Can words alone tell which step of a pair was rejected? */
export function preferenceLine({ preferences: { pairs, separability } }: Figures): QualityLine {
  return {
    id: 'preferences',
    what: 'chosen and rejected steps told apart by words alone (area under the curve)',
    value: separability,
    shown: separability === null ? 'not measured' : separability.toFixed(2),
    bar: '<= 0.6',
    holds: separability === null ? null : separability <= 0.6,
    note: separability === null ? `only ${plural(pairs, 'pair')}` : plural(pairs, 'pair'),
  }
}
