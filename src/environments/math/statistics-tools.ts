import * as z from 'zod'
import { defineTool, entity } from '../../environment/index.js'
import { sum } from './arithmetic.js'
import { longRuns, runs, totals } from './candidates.js'
import { phrases } from './phrases.js'
import { resultOf } from './result.js'
import type { State } from './state.js'
import { largest, mean, numbersIn, smallest, standardDeviation } from './statistics.js'

const tool = defineTool<State>()
const returns = z.object({ result: entity('figure', z.number()) })
const parameters = z.object({ numbers: z.array(z.number()).describe('The numbers, at least one.') })

/** Figures about a list of numbers (SEMANTICS section 6). */
export const statisticsTools = {
  mean: tool({
    description: 'Average a list of numbers.',
    effect: 'read',
    parameters,
    returns,
    phrases: phrases.mean,
    candidates: runs,
    run: ({ state: { notation }, args: { numbers } }) =>
      resultOf(mean(numbersIn(numbers, 'Cannot calculate mean of an empty list')), notation),
  }),
  standard_deviation: tool({
    description: 'Measure how far a list of numbers spreads: the population standard deviation.',
    effect: 'read',
    parameters,
    returns,
    phrases: phrases.standard_deviation,
    candidates: runs,
    run: ({ state: { notation }, args: { numbers } }) =>
      resultOf(standardDeviation(numbersIn(numbers, 'Cannot calculate standard deviation of an empty list')), notation),
  }),
  min_value: tool({
    description: 'Find the smallest number of a list.',
    effect: 'read',
    parameters,
    returns,
    phrases: phrases.min_value,
    candidates: longRuns,
    run: ({ state: { notation }, args: { numbers } }) =>
      resultOf(smallest(numbers, 'Cannot find minimum of an empty list'), notation),
  }),
  max_value: tool({
    description: 'Find the largest number of a list.',
    effect: 'read',
    parameters,
    returns,
    phrases: phrases.max_value,
    candidates: longRuns,
    run: ({ state: { notation }, args: { numbers } }) =>
      resultOf(largest(numbers, 'Cannot find maximum of an empty list'), notation),
  }),
  sum_values: tool({
    description: 'Total a list of numbers.',
    effect: 'read',
    parameters,
    returns,
    phrases: phrases.sum_values,
    candidates: totals,
    run: ({ state: { notation }, args: { numbers } }) =>
      resultOf(sum(numbersIn(numbers, 'Cannot calculate sum of an empty list')), notation),
  }),
}
