import { between, pick, type Rng, sampleOf } from '../../core/random.js'
import type { Cast, Scenario, ScenarioContext } from '../../environment/index.js'
import type { Series, State } from './state.js'
import { type Theme, THEMES } from './themes.js'

/** A person with a few runs of figures at hand; the calculator itself knows nothing of them. */
export function scenario({ random, cast, size }: ScenarioContext): Scenario<State> {
  const series = drawSeries(random.fork('series'), 3 * size)
  const about = pick(random.fork('about'), series.slice(0, 3)).about
  return {
    state: { notation: 'plain', series },
    userKnows: [],
    situations: sampleOf(random.fork('situations'), situationsFor(about, cast), 8),
  }
}

/** Runs of figures on different themes (themes come again only when there are none left). */
export function drawSeries(random: Rng, count: number): Series[] {
  const rounds = Array.from({ length: Math.ceil(count / THEMES.length) }, (_, i) =>
    sampleOf(random.fork(`themes${i}`), THEMES, THEMES.length),
  )
  return rounds
    .flat()
    .slice(0, count)
    .map(({ about, unit, ...range }, i) => {
      const draw = random.fork(`series${i}`)
      const numbers = Array.from({ length: between(draw, 4, 7) }, () => figure(draw, range))
      return { about, unit, numbers }
    })
}

/** A number of a range, with at most so many decimals. */
export function figure(random: Rng, { low, high, decimals }: Pick<Theme, 'low' | 'high' | 'decimals'>): number {
  const unit = [1, 10, 100][decimals] ?? 1
  return between(random, low * unit, high * unit) / unit
}

function situationsFor(about: string, { team, organisation, projects }: Cast): string[] {
  const [first = 'the annual report', second = first, third = first] = projects
  return [
    `I'm going over ${about} for ${first}.`,
    `The ${team} team wants me to make sense of ${about}.`,
    `I have ${about} in front of me and no calculator.`,
    `We are putting ${about} into the papers for ${second}.`,
    `My manager at ${organisation} asked about ${about} this morning.`,
    `I'm double-checking some sums for ${third} before they go out.`,
    `There is a spreadsheet about ${first} here that I don't trust.`,
    `I'm writing up ${about} and want the numbers to be right.`,
    `Somebody questioned my figures for ${second}.`,
    `A few quick calculations for ${first} would help me a lot.`,
    `I'm preparing slides on ${about} for the ${team} team.`,
    `The accounts people at ${organisation} are waiting for my numbers.`,
  ]
}
