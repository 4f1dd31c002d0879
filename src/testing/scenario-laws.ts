import { digest } from '../core/digest.js'
import { type Json, sameJson } from '../core/json.js'
import { createRng } from '../core/random.js'
import { checkArguments, type Environment } from '../environment/index.js'
import { scenarioOf } from './exploration.js'
import { hold, type Law } from './law.js'
import { notPlain } from './plain.js'

const SEEDS = 200

/** Laws of where trajectories start. */
export function scenarioLaws(environment: Environment): Law[] {
  const { name } = environment.ref
  return [
    {
      name: 'the same seed gives the same scenario',
      check() {
        for (const seed of [0, 1, 2]) {
          const [one, other] = [scenarioOf(environment, seed), scenarioOf(environment, seed)]
          const texts = [one, other].map(({ world, userKnows, situations }) =>
            JSON.stringify([world.snapshot(), userKnows, situations]),
          )
          hold(texts[0] === texts[1], 'two scenarios of one seed differ', () => ({ seed }))
        }
      },
    },
    {
      name: 'every scenario is a legal state of plain JSON, and no two are alike',
      check() {
        const seen = new Map<string, number>()
        for (let seed = 0; seed < SEEDS; seed++) {
          const { world, userKnows } = scenarioOf(environment, seed)
          const state = world.stateOf(name)
          assertLegal(environment, state, { seed })
          hold(notPlain(userKnows) === undefined, 'what the user knows is not plain JSON', () => ({
            seed,
            at: notPlain(userKnows) ?? '',
          }))
          const twin = seen.get(digest(state))
          hold(twin === undefined, 'two seeds give the same state', () => ({ seeds: [twin ?? 0, seed] }))
          seen.set(digest(state), seed)
        }
      },
    },
    {
      name: 'candidates are arguments of their tool, and the same each time',
      check() {
        for (let seed = 0; seed < 5; seed++)
          for (const spec of environment.specs) checkCandidates(environment, spec.name, seed)
      },
    },
  ]
}

/** Plain JSON that the state's schema accepts as it is: nothing unknown, nothing left out. */
export function assertLegal({ definition }: Environment, state: Json, where: Json): void {
  const odd = notPlain(state)
  hold(odd === undefined, 'the state is not plain JSON', () => ({ where, at: odd ?? '' }))
  const parsed = definition.state.safeParse(state)
  hold(parsed.success, 'the state is not what its schema says', () => ({
    where,
    issues: parsed.success
      ? []
      : parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('/')}: ${message}`),
  }))
  hold(sameJson(parsed.data, state), 'the state holds what its schema does not know', () => ({ where }))
}

function checkCandidates(environment: Environment, tool: string, seed: number): void {
  const { world, userKnows } = scenarioOf(environment, seed)
  const state = world.stateOf(environment.ref.name)
  const propose = (): readonly Json[] =>
    environment.tool(tool)?.candidates?.({ state, known: userKnows, random: createRng(seed), clock: world.clock }) ?? []
  const candidates = propose()
  hold(sameJson(candidates, propose()), 'the same state gives other candidates', () => ({ tool, seed }))
  const { required: _, ...optional } = environment.spec(tool)?.parameters ?? {}
  for (const candidate of candidates) {
    hold(notPlain(candidate) === undefined, 'a candidate is not plain JSON', () => ({
      tool,
      seed,
      at: notPlain(candidate) ?? '',
    }))
    const [error] = checkArguments(optional, candidate)
    hold(error === undefined, 'a candidate is not what the parameters allow', () => ({
      tool,
      seed,
      candidate,
      error: error?.message ?? '',
    }))
  }
}
