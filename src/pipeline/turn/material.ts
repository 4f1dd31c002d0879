import { chance, type Rng } from '../../core/random.js'
import type { Trace } from '../../core/trace.js'
import { messagesOf } from '../../core/trajectory.js'
import type { Expectation, TurnTask } from '../../core/turn-task.js'
import type { Family, FamilyContext } from '../../families/index.js'
import {
  interact,
  retrace,
  type Sampled,
  type Sampler,
  type SamplerInput,
  traceConditional,
  traceCrowded,
  traceParallel,
  traceRefused,
} from '../../phases/graph-interaction/index.js'
import { COMPETITORS, tells } from '../../verifiers/index.js'
import { type Draft, listed } from '../draft.js'
import { CONDITIONAL } from '../operators/operators.js'
import type { Recipe } from '../recipe.js'

/** What a turn of the family is made from. */
export function materialFor(
  { operators }: Pick<Recipe, 'operators'>,
  family: Family,
  sampler: Sampler,
  start: SamplerInput,
  context: FamilyContext,
): Sampled {
  const before = isAboutOne(family) ? { ...start, alone: true } : start
  if (family.material === 'none') return { calls: 0 }
  const mayHang = operators?.has('conditions') && family.name === 'base' && !before.targets
  const hanging =
    mayHang && chance(before.random.fork('conditional?'), CONDITIONAL, 100) ? traceConditional(before) : undefined
  if (hanging?.trace) return hanging
  if (family.material === 'refused') {
    const refusedAt = traceRefused(before)
    return { calls: refusedAt?.calls.length ?? 0, ...(refusedAt ? { trace: refusedAt } : {}) }
  }
  if (family.material === 'crowded') return traceCrowded(sampler, before, COMPETITORS)
  const targets = family.targets?.(context)?.filter((tool) => !before.targets || before.targets.has(tool))
  if (targets?.length === 0) return { calls: 0 }
  const sampled = targets ? sampler.sample({ ...before, targets: new Set(targets) }) : interact(sampler, before)
  const one = sampled.trace && alone(family, before, sampled.trace)
  const trace = family.material === 'parallel' && one ? traceParallel(before, one) : one
  const { trace: _, ...rest } = sampled
  return { ...rest, ...(trace ? { trace } : {}) }
}

function isAboutOne({ name }: Family): boolean {
  return ['missing-tool', 'missing-parameter', 'policy', 'revision'].includes(name)
}

/** Families that are about one wish get the last where the trace has several. */
function alone(family: Family, before: SamplerInput, trace: Trace): Trace | undefined {
  return isAboutOne(family) && trace.requests.length > 1 ? retrace(before, trace.requests.slice(-1)) : trace
}

/** The task before any family has changed it. */
export function ordinary({ turns, families, world, siblings }: Draft, trace: Trace | undefined): TurnTask {
  return {
    turn: turns.length,
    families: families.filter((name) => name === 'single' || name === 'distractor'),
    offered: listed(world.tools, siblings).map(({ name }) => name),
    faults: [],
    expected: trace ? { kind: 'act', trace } : { kind: 'recall', answers: [] },
  }
}

/** What a family looks at in a draft. */
export function contextOf(
  { kind, rules, turns }: Draft,
  { graph, visible, known, world, random }: SamplerInput,
): FamilyContext {
  // Only what was said to the user can be asked for once more.
  const told = turns.flatMap(({ steps }) => steps.map(({ content }) => content))
  return {
    graph,
    environments: world.environments,
    visible,
    known,
    rules,
    recallable: kind
      .recallable(visible)
      .filter(
        ({ value }) => told.some((text) => tells(text, value)) && !visible.queries.some((text) => tells(text, value)),
      ),
    random: random.fork('family'),
  }
}

/** What the next turn of a draft is sampled from. */
export function samplerInput(
  { targets }: Pick<Recipe, 'targets'>,
  { kind, scenario, system, turns, used, world }: Draft,
  random: Rng,
): SamplerInput {
  return {
    graph: kind.semantics.graph,
    world,
    visible: { ...kind.see(messagesOf(system, turns), world.tools), turn: turns.length },
    known: scenario.userKnows,
    random: random.fork('interact'),
    sayable: kind.sayable,
    used,
    asked: new Set(
      turns.flatMap(({ task: { turn, expected } }) => requestsOf(expected).map(({ tool }) => `${turn}:${tool}`)),
    ),
    ...(targets ? { targets } : {}),
  }
}

function requestsOf(expected: Expectation): Trace['requests'] {
  return expected.kind === 'act' ? expected.trace.requests : []
}
