import { between, pick, type Rng } from '../../core/random.js'
import type { Scenario, ScenarioContext } from '../../environment/index.js'
import type { Series, State } from './state.js'
import { type Theme, THEMES } from './themes.js'

/** A person with a few runs of figures at hand; the calculator itself knows nothing of them. */
export function scenario({ random, size }: ScenarioContext): Scenario<State> {
  const series = drawSeries(random.fork('series'), 3 * size)
  return {
    state: { notation: 'plain', series },
    userKnows: [],
    situations: situationsOf(series),
  }
}

/** Runs of figures on one theme, as of several weeks or rooms. */
export function drawSeries(random: Rng, count: number): Series[] {
  const { about, unit, ...range } = pick(random.fork('theme'), THEMES)
  return Array.from({ length: count }, (_, i) => {
    const draw = random.fork(`series${i}`)
    const numbers = Array.from({ length: between(draw, 5, 9) }, () => figure(draw, range))
    return { about, unit, numbers }
  })
}

/** A number of a range, with at most so many decimals. */
export function figure(random: Rng, { low, high, decimals }: Pick<Theme, 'low' | 'high' | 'decimals'>): number {
  const unit = [1, 10, 100][decimals] ?? 1
  return between(random, low * unit, high * unit) / unit
}

/** What the figures are of is why somebody calculates. */
function situationsOf([first]: readonly Series[]): string[] {
  const about = first?.about ?? 'a few figures'
  return [`I'm going over ${about}.`, `I have ${about} in front of me.`, `I'm double-checking ${about}.`]
}
