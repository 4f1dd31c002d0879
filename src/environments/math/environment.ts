import { defineEnvironment, type EntityDefinition } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { arithmeticTools } from './arithmetic-tools.js'
import { conversionTools } from './conversion-tools.js'
import { precisionTools } from './precision-tools.js'
import { scenario } from './scenario.js'
import { observe, state, type State } from './state.js'
import { statisticsTools } from './statistics-tools.js'
import { LENGTH_WORDS, MEASURE_WORDS } from './units.js'

const figure: EntityDefinition = {
  noun: ['figure', 'figures'],
  form: 'number',
  earlier: ['that number', 'that result'],
  newest: ['that last result', 'the last result', 'that last number'],
}

/** A calculator: arithmetic, statistics, roots, logarithms and units (BFCL MathAPI, SEMANTICS section 6). */
export const math = defineEnvironment<State>({
  name: 'math',
  version: 1,
  source: 'built-in',
  auxiliary: true,
  summary: 'A calculator: arithmetic, averages and spreads, roots and logarithms, rounding, units.',
  benchmark: 'bfcl',
  state,
  unobserved: ['notation', 'series'],
  observe,
  entities: {
    figure: { ...figure, broader: 'quantity' },
    quantity: figure,
    'length-unit': { noun: ['unit of length', 'units of length'], words: LENGTH_WORDS },
    'measure-unit': { noun: ['unit', 'units'], words: MEASURE_WORDS },
  },
  scenario,
  conversation,
  tools: { ...precisionTools, ...statisticsTools, ...conversionTools, ...arithmeticTools },
})
