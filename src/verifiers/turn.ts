import { sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import type { AdvancedTool } from '../core/advanced-tool.js'
import type { Step } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import { runAdvancedTool } from './advanced-tool.js'
import { verifyCompleteness } from './completeness.js'
import { careless, verifyCondition } from './condition.js'
import type { ActingTurn } from './context.js'
import { verifyFidelity } from './fidelity.js'
import { verifyGrounding } from './grounding.js'
import { verifyInformed } from './informed.js'
import { verifyLeak } from './leak.js'
import { isKilled, mutantsOf } from './mutants.js'
import { runNullAgents } from './null-agents.js'
import { goldOf } from './gold.js'
import { validate } from './outcome.js'
import { verifyProvenance } from './provenance.js'
import { conversationText } from './reading.js'
import { judge, queryMutants } from './query-mutants.js'
import { reorderingsOf } from './reorderings.js'
import { verifyNoise } from './noise.js'
import { verifySpeech } from './speech.js'

export interface Tally {
  tried: number
  killed: number
  survived: number
}

/** What was proved about one turn, and everything that was found wrong. */
export interface TurnProof {
  readonly reasons: readonly Discrepancy[]
  readonly nullAgents: { readonly [agent: string]: { readonly tried: number; readonly failed: number } }
  readonly mutants: { readonly [operator: string]: Tally }
  readonly queryMutants: { readonly [operator: string]: Tally }
  readonly reorderings: { readonly tried: number; readonly accepted: number }
  /** Families whose proof was made. */
  readonly families: readonly string[]
}

/** Every check of an acting turn. Cheap ones first; the trials only where those pass. */
export function proveTurn(
  context: ActingTurn,
  advancedTool: AdvancedTool | undefined,
  previous: readonly Step[] | undefined,
): TurnProof {
  const { turn, start, messages, query, trace, steps } = context
  const visibleText = conversationText([...messages, { role: 'user', content: query.text }])
  const checks = [
    ...validate(turn, start, trace, steps, visibleText, context.faults).reasons,
    ...verifyProvenance(context),
    ...verifyGrounding(context),
    ...verifyInformed(context),
    ...verifyLeak(context),
    ...verifyFidelity(context),
    ...verifyCompleteness(context),
    ...verifyCondition(context),
    ...(advancedTool ? verifyAdvancedTool(context, advancedTool) : []),
    ...verifySpeech(context),
    ...verifyNoise(context),
  ]
  if (checks.length > 0)
    return {
      reasons: checks,
      nullAgents: {},
      mutants: {},
      queryMutants: {},
      reorderings: { tried: 0, accepted: 0 },
      families: [],
    }
  const { agents, stepMutants } = tryWrongWays(context, previous)
  // Mutants of a text that nobody can read back prove nothing: blind tries stand in for them.
  const texts = query.writer === 'model' ? [] : queryMutants(context)
  const textMutants = texts.flatMap((mutant) => {
    const judged = judge(context, mutant)
    return judged === 'commutes'
      ? []
      : [{ operator: mutant.operator, witness: mutant.text, killed: judged === 'killed' }]
  })
  return {
    reasons: [
      ...passedBy(turn, agents, stepMutants),
      ...textMutants
        .filter(({ killed }) => !killed)
        .map(({ operator, witness }): Discrepancy => ({ kind: 'query-mutant', turn, name: operator, witness })),
    ],
    nullAgents: Object.fromEntries(agents.map(({ name, passed }) => [name, { tried: 1, failed: passed ? 0 : 1 }])),
    mutants: tally(stepMutants),
    queryMutants: tally(textMutants),
    reorderings: reorderingsOf(context),
    families: [],
  }
}

type WrongAgent = ReturnType<typeof runNullAgents>[number]

/** A wrong run of steps that was tried, and whether it failed. */
interface WrongSteps {
  readonly operator: string
  readonly witness: string
  readonly killed: boolean
}

/** Agents that understand nothing, and steps that are wrong in one place: whatever the words are, these must not pass. */
function tryWrongWays(
  context: ActingTurn,
  previous: readonly Step[] | undefined,
): { readonly agents: readonly WrongAgent[]; readonly stepMutants: readonly WrongSteps[] } {
  const mutants = mutantsOf(context).map((mutant) => ({
    operator: mutant.operator as string,
    witness: `${mutant.call.name} ${JSON.stringify(mutant.call.arguments)}`,
    killed: isKilled(context, mutant),
  }))
  const unconditional = careless(context, goldOf(context.start, context.trace)).map(({ name, killed }) => ({
    operator: 'ignore-condition',
    witness: name,
    killed,
  }))
  return { agents: runNullAgents(context, previous), stepMutants: [...mutants, ...unconditional] }
}

function passedBy(turn: number, agents: readonly WrongAgent[], steps: readonly WrongSteps[]): Discrepancy[] {
  return [
    ...agents
      .filter(({ passed }) => passed)
      .map(({ name }): Discrepancy => ({ kind: 'null-agent', turn, name, witness: name })),
    ...steps
      .filter(({ killed }) => !killed)
      .map(({ operator, witness }): Discrepancy => ({ kind: 'mutant', turn, name: operator, witness })),
  ]
}

/** What no words for the turn could mend, told before anybody is paid for some: wrong ways that pass. */
export function wrongWaysThatPass(context: ActingTurn, previous: readonly Step[] | undefined): Discrepancy[] {
  const { agents, stepMutants } = tryWrongWays(context, previous)
  return passedBy(context.turn, agents, stepMutants)
}

/** The advanced tool, run on its own inputs, makes the calls of the trace again. */
function verifyAdvancedTool({ turn, start, trace }: ActingTurn, tool: AdvancedTool): Discrepancy[] {
  const { calls } = runAdvancedTool(tool, start.fork(), inputsOf(tool, trace.requests))
  const differing = trace.calls.findIndex(
    ({ call }, i) =>
      calls[i]?.name !== call.name || !sameJson(untag(calls[i]?.arguments ?? null), untag(call.arguments)),
  )
  return differing < 0 && calls.length === trace.calls.length
    ? []
    : [{ kind: 'missing-call', turn, call: Math.max(0, differing), tool: tool.name, traceCall: Math.max(0, differing) }]
}

/** The values the user's requests carry, by the names of the tool's inputs. */
function inputsOf(tool: AdvancedTool, requests: ActingTurn['trace']['requests']): { [name: string]: never } {
  const inputs: { [name: string]: unknown } = {}
  tool.requests.forEach(({ arguments: args }, i) => {
    for (const [parameter, reference] of Object.entries(args)) {
      const said = requests[i]?.arguments[parameter]
      if (reference.by !== 'earlier' && said && said.by !== 'earlier') inputs[reference.input] = said.value
    }
  })
  return inputs as { [name: string]: never }
}

function tally(trials: readonly { readonly operator: string; readonly killed: boolean }[]): {
  [operator: string]: Tally
} {
  const tallies: { [operator: string]: Tally } = {}
  for (const { operator, killed } of trials) {
    const entry = (tallies[operator] ??= { tried: 0, killed: 0, survived: 0 })
    entry.tried += 1
    if (killed) entry.killed += 1
    else entry.survived += 1
  }
  return tallies
}
