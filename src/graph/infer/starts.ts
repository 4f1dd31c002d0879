import { createRng } from '../../core/random.js'
import { createScenario, type Environment, type WorldScenario } from '../../environment/index.js'

/** The start of each seed: the same for everybody who asks, so that witnesses can name it. Made once. */
export type Starts = (seed: number) => WorldScenario

export function createStarts(environments: readonly Environment[]): Starts {
  const made = new Map<number, WorldScenario>()
  return (seed) => {
    let start = made.get(seed)
    if (!start) made.set(seed, (start = createScenario(environments, createRng(`graph:${seed}`))))
    return start
  }
}
