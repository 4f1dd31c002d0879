import type { AdvancedTool } from '../core/advanced-tool.js'
import { FAMILIES, type FamilyName } from '../core/family.js'
import type { ToolCall } from '../core/tool.js'
import type { Step } from '../core/trajectory.js'
import type { Discrepancy } from '../core/verdict.js'
import type { ActingTurn, TaskTurn } from './context.js'
import { FAMILY_VERIFIERS } from './families/index.js'
import { against, traceOf } from './families/family.js'
import { verifyLeak } from './leak.js'
import { verifyNoise } from './noise.js'
import { verifySpeech } from './speech.js'
import { proveTurn, type TurnProof } from './turn.js'
import { verifyUnacted } from './unacted.js'
import { validateTask } from './unfinished.js'

/** Every check of a turn: those of what it is expected to do, and the proofs of its families. */
export function proveTask(context: TaskTurn, advancedTool: AdvancedTool | undefined): TurnProof {
  const acting = actingOf(context)
  const proof = acting ? proveActing(context, acting, advancedTool) : proveUnfinished(context)
  const families = proof.reasons.length > 0 ? [] : verifyFamilies(context)
  return { ...proof, reasons: [...proof.reasons, ...families], families: context.task.families }
}

/** The turn as one that acts, where it does. */
export function actingOf(context: TaskTurn): ActingTurn | undefined {
  const { expected, faults } = context.task
  return expected.kind === 'act' || expected.kind === 'stop' ? { ...context, trace: expected.trace, faults } : undefined
}

function proveActing(context: TaskTurn, acting: ActingTurn, advancedTool: AdvancedTool | undefined): TurnProof {
  const proof = proveTurn(acting, advancedTool, context.before.at(-1)?.steps)
  return proof.reasons.length > 0 ? proof : { ...proof, reasons: validateTask(context).reasons }
}

/** A turn in which nothing is carried out: what is said must be right, and agents that understand nothing must fail. */
function proveUnfinished(context: TaskTurn): TurnProof {
  const trace = traceOf(context)
  const checks = [
    ...validateTask(context).reasons,
    ...(trace ? verifyLeak({ ...context, trace }) : []),
    ...verifyUnacted(context),
    ...verifySpeech(context),
    ...verifyNoise(context),
  ]
  const agents = checks.length > 0 ? [] : idleAgents(context)
  return {
    reasons: [
      ...checks,
      ...agents
        .filter(({ passed }) => passed)
        .map(({ name }): Discrepancy => ({ kind: 'null-agent', turn: context.turn, name, witness: name })),
    ],
    nullAgents: Object.fromEntries(agents.map(({ name, passed }) => [name, { tried: 1, failed: passed ? 0 : 1 }])),
    mutants: {},
    queryMutants: {},
    reorderings: { tried: 0, accepted: 0 },
    families: [],
  }
}

/** Says nothing, acts on its best guess and reports success, or shrugs without saying at what. */
function idleAgents(context: TaskTurn): { readonly name: string; readonly passed: boolean }[] {
  const passes = (steps: readonly Step[]): boolean => validateTask({ ...context, steps }).pass
  const answered = context.steps.at(-1)?.content ?? ''
  const eager = eagerCalls(context)
  const acted = (content: string): Step[] => {
    const world = context.start.fork()
    return [
      { content: '', calls: eager, results: eager.map((call) => world.call(call)) },
      { content, calls: [], results: [] },
    ]
  }
  return [
    { name: 'silent', passed: passes([]) || passes([{ content: '', calls: [], results: [] }]) },
    { name: 'shrug', passed: passes([{ content: "Sorry, I can't do that.", calls: [], results: [] }]) },
    ...(eager.length > 0 ? [{ name: 'eager', passed: passes(acted('Done.')) || passes(acted(answered)) }] : []),
  ]
}

/** What an assistant would call that does not see the obstacle: the trace, the earlier calls again, or what stands nearest. */
function eagerCalls(context: TaskTurn): ToolCall[] {
  const { start, task, before } = context
  const trace = traceOf(context)
  if (trace) return trace.calls.map(({ call }) => call)
  const earlier = before.findLast(({ steps }) => steps.some(({ calls }) => calls.length > 0))
  if (earlier) return earlier.steps.flatMap(({ calls }) => calls)
  const free = start.tools.find(
    ({ name, parameters }) =>
      task.offered.includes(name) && !(Array.isArray(parameters['required']) && parameters['required'].length > 0),
  )
  return free ? [{ id: 'eager', name: free.name, arguments: {} }] : []
}

/** Every family of the turn holds, and what the turn is expected to do is one of them. */
function verifyFamilies(context: TaskTurn): Discrepancy[] {
  const { turn, task } = context
  const known = new Set<string>(FAMILIES)
  const [unknown] = task.families.filter((name) => !known.has(name))
  if (unknown !== undefined || task.families.length === 0)
    return [{ kind: 'unproved', turn, about: `the family '${unknown ?? ''}'` }]
  const { follows } = context.query
  if (follows !== undefined && !leansOn(follows, context))
    return [against(task.families[0] as FamilyName, turn, 'there is nothing before that the message could lean on')]
  const owed = familyOf(context)
  const untold = owed.some((name) => task.families.includes(name))
    ? []
    : [against(owed[0] ?? 'base', turn, 'the turn does not say so')]
  return [...untold, ...task.families.flatMap((name) => FAMILY_VERIFIERS[name as FamilyName](context))]
}

/** Is there what a message says that it follows? */
function leansOn(follows: keyof typeof LEANINGS, { before, task: { families } }: TaskTurn): boolean {
  const [expected, family] = LEANINGS[follows]
  return before.at(-1)?.task.expected.kind === expected && families.includes(family)
}

/** What the turn before was to do, and the family, for each way to lean on it. */
const LEANINGS = {
  reply: ['ask', 'missing-parameter'],
  retry: ['decline', 'missing-tool'],
  revision: ['act', 'revision'],
} as const

/** The families, of which one is told, that explain what a turn is expected to do. */
function familyOf({ task: { expected, faults } }: TaskTurn): readonly FamilyName[] {
  switch (expected.kind) {
    case 'act':
      return faults.length > 0
        ? ['error-recovery']
        : ['base', 'missing-tool', 'missing-parameter', 'parallel', 'error-recovery', 'revision', 'policy']
    case 'ask':
      return ['missing-parameter']
    case 'stop':
      return ['blocked']
    case 'recall':
      return ['recall']
    case 'decline':
      return [
        expected.because === 'policy' ? 'policy' : expected.because === 'out-of-scope' ? 'irrelevant' : 'missing-tool',
      ]
  }
}
