import type { AssistantMessage, Preference } from '../../core/preference.js'
import { type Bag, bagOf, separability } from '../separability.js'
import { count, type Ranked, ranked, type Tally } from '../tally.js'

/** The preference pairs of a run. */
export interface PreferencesFigure {
  readonly pairs: number
  readonly errors: readonly Ranked[]
  readonly failures: readonly Ranked[]
  readonly origins: readonly Ranked[]
  /**
   * Area under the curve with which words alone tell chosen from rejected steps, trained on rows of even index and measured
   * on the others; null where there are too few pairs.
   */
  readonly separability: number | null
}

/** Pairs looked at for separability; the first ones, so that memory stays flat. */
const SAMPLE = 8000

/** Pairs on each side below which the figure says nothing. */
const ENOUGH = 50

export interface PreferencesCollector {
  add(pair: Preference): void
  figure(): PreferencesFigure
}

export function collectPreferences(): PreferencesCollector {
  const [errors, failures, origins]: [Tally, Tally, Tally] = [new Map(), new Map(), new Map()]
  const bags: [Bag[], Bag[]] = [[], []]
  let pairs = 0
  return {
    add({ error, failure, origin, index, chosen, rejected }) {
      pairs += 1
      count(errors, error)
      count(failures, failure)
      count(origins, origin)
      if (pairs <= SAMPLE)
        (index % 2 === 0 ? bags[0] : bags[1]).push(bagOf(textOf(chosen), true), bagOf(textOf(rejected), false))
    },
    figure() {
      const enough = bags.every((half) => half.length >= 2 * ENOUGH)
      const area = enough ? separability(...bags) : undefined
      return {
        pairs,
        errors: ranked(errors),
        failures: ranked(failures),
        origins: ranked(origins),
        separability: area === undefined ? null : Math.round(area * 1000) / 1000,
      }
    },
  }
}

function textOf({ content, reasoning_content: thought = '', tool_calls: calls = [] }: AssistantMessage): string {
  const made = calls.map(({ function: { name, arguments: args } }) => `${name} ${JSON.stringify(args)}`)
  return [thought, content, ...made].join('\n')
}
