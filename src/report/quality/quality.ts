import type { Figures } from '../figures/figures.js'
import { familyLine, hiddenTargetLine, targetLine } from './coverage.js'
import type { QualityLine } from './line.js'
import { preferenceLine } from './preferences.js'
import { provedLines } from './proved.js'
import { turnLines } from './turns.js'
import { signatureLines, wordingLines } from './variety.js'

/** Every line of the data-quality table, in its order. */
export function qualityOf(figures: Figures): QualityLine[] {
  return [
    ...provedLines(figures),
    ...turnLines(figures),
    ...signatureLines(figures),
    ...wordingLines(figures),
    targetLine(figures),
    hiddenTargetLine(figures),
    familyLine(figures),
    preferenceLine(figures),
    {
      id: 'graph',
      what: 'graph on the reference environments',
      value: null,
      shown: 'not of these rows',
      bar: 'recall >= 0.95 hard enables, >= 0.9 key provides',
      holds: null,
      note: 'measured by `turnsmith graph --infer --compare`',
    },
  ]
}
