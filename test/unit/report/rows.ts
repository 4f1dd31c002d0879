import type { Json } from '../../../src/core/json.js'
import type { Request } from '../../../src/core/reference.js'
import { planSignature } from '../../../src/core/signature.js'
import type { ToolCall } from '../../../src/core/tool.js'
import type { Binding, Source, Trace, TracedCall } from '../../../src/core/trace.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import type { Certificate, DiscrepancyKind } from '../../../src/core/verdict.js'
import { visibleOf, lexiconOf } from '../../../src/language/index.js'
import { factsOf, type Meaning, type RowFacts } from '../../../src/report/facts.js'
import { desk, deskGraph, deskWorld } from './desk.js'

/** One call of a hand-made turn: arguments with the source of each, and what it needs. */
export interface MadeCall {
  readonly tool: string
  readonly arguments?: { readonly [parameter: string]: readonly [Json, Source] }
  readonly needs?: readonly number[]
  readonly hidden?: boolean
}

export interface MadeTurn {
  readonly text: string
  readonly calls?: readonly MadeCall[]
  /** Calls the user asks for, by place; the last one unless told. */
  readonly goals?: readonly number[]
  readonly requests?: readonly Request[]
  readonly thoughts?: string
  readonly answer?: string
  readonly families?: readonly string[]
  readonly failed?: readonly DiscrepancyKind[]
  /** All calls in one step instead of one each. */
  readonly together?: boolean
  /** Parts of the text that mention a value, with the value where it is another one. */
  readonly mentions?: readonly (string | readonly [words: string, value: string])[]
  /** What the user wants to hear, by call and place. */
  readonly answers?: Trace['goal']['answers']
}

export const SAID: Source = { from: 'user' }
export const result = (turn: number, call: number, path: string): Source => ({ from: 'result', turn, call, path })

const CERTIFICATE: Certificate = {
  version: 1,
  row: '',
  turns: [],
  checks: {},
  nullAgents: { silent: { tried: 2, failed: 2 } },
  mutants: { 'drop-call': { tried: 4, killed: 3, equivalent: { commutes: 1 }, survived: 0 } },
  queryMutants: { 'drop-goal': { tried: 3, killed: 3, survived: 0 } },
  reorderings: { tried: 1, accepted: 1 },
  families: {},
}

/** A whole row from its turns, its calls executed in the store room. */
export function makeRow(index: number, turns: readonly MadeTurn[], system = 'You help in a store room.'): Trajectory {
  const world = deskWorld()
  const initial = world.snapshot()
  const made = turns.map((turn, k): Turn => {
    const start = world.digest()
    const traced = (turn.calls ?? []).map(
      ({ tool, arguments: args = {}, needs = [], hidden = false }, c): TracedCall => {
        const call: ToolCall = {
          id: `t${k}c${c}`,
          name: tool,
          arguments: Object.fromEntries(Object.entries(args).map(([name, [value]]) => [name, value])),
        }
        const bindings = Object.entries(args).map(([name, [value, source]]): Binding => ({
          at: `/${name}`,
          value,
          source,
        }))
        return { call, result: world.call(call), bindings, needs, hidden }
      },
    )
    const goals = turn.goals ?? (traced.length > 0 ? [traced.length - 1] : [])
    const requests = turn.requests ?? goals.map((goal) => requestOf(traced[goal]))
    const trace: Trace = {
      target: traced.at(-1)?.call.name ?? '',
      start,
      end: world.digest(),
      requests,
      calls: traced,
      goal: { calls: goals, answers: turn.answers ?? [] },
      signature: planSignature(traced, goals, k),
    }
    return {
      task: { turn: k, families: turn.families ?? ['base'], offered: [], faults: [], expected: { kind: 'act', trace } },
      query: {
        text: turn.text,
        easy: '',
        spans: [],
        noise: [],
        mentions: (turn.mentions ?? []).map((mention) => {
          const [words, value] = typeof mention === 'string' ? [mention, mention] : mention
          const at = turn.text.indexOf(words)
          return { span: [at, at + words.length], input: '0/x', value, form: 'literal', referents: 1 }
        }),
      },
      attempts: (turn.failed ?? []).map((kind) => ({
        steps: [],
        verdict: { pass: false, reasons: [{ kind, turn: k } as never] },
      })),
      steps: [...stepsOf(traced, turn), { content: turn.answer ?? 'Done.', calls: [], results: [] }],
      end: world.digest(),
    }
  })
  const row = {
    schema: 1,
    id: `r${index}`,
    index,
    candidate: 0,
    initial,
    system,
    turns: made,
    messages: messagesOf(system, made),
    tools: [],
    certificate: CERTIFICATE,
  }
  return JSON.parse(JSON.stringify(row)) as Trajectory
}

function stepsOf(traced: readonly TracedCall[], { together, thoughts }: MadeTurn): Step[] {
  const groups = together ? [traced] : traced.map((call) => [call])
  return groups.map((group, i) => ({
    ...(i === 0 && thoughts !== undefined ? { reasoning: thoughts } : {}),
    content: '',
    calls: group.map(({ call }) => call),
    results: group.map(({ result: got }) => got),
  }))
}

function requestOf(traced: TracedCall | undefined): Request {
  const args = traced?.call.arguments ?? {}
  return {
    tool: traced?.call.name ?? '',
    arguments: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, { by: 'value', value }])),
  }
}

export function meaningOf(row: Trajectory): Meaning {
  const world = deskWorld()
  const lexicon = lexiconOf([desk])
  return {
    graph: deskGraph,
    world,
    visibleBefore: (turn) => ({
      ...visibleOf(lexicon, messagesOf(row.system, row.turns.slice(0, turn)), world.tools),
      turn,
    }),
  }
}

export const factsOfRow = (row: Trajectory): RowFacts => factsOf(row, meaningOf(row))

/** The figure a collector makes of these rows. */
export function figureOf<Figure>(
  collector: { add(row: RowFacts): void; figure(): Figure },
  rows: readonly Trajectory[],
): Figure {
  for (const row of rows) collector.add(factsOfRow(row))
  return collector.figure()
}

const byOwner = (owner: string): Request['arguments'][string] => ({
  by: 'field',
  field: 'owner',
  match: 'equals',
  value: owner,
})

/** "How heavy is Ada's box?": found first, then weighed. */
export const WEIGH: MadeTurn = {
  text: "How heavy is Ada's box?",
  mentions: ["Ada's box"],
  thoughts: 'Only the owner is known. I look up the box of Ada first.',
  answer: 'It weighs 1250 grams.',
  calls: [
    { tool: 'find_box', arguments: { owner: ['Ada', SAID] }, hidden: true },
    { tool: 'weigh_box', arguments: { box_id: ['B-771', result(0, 0, '/box_id')] }, needs: [0] },
  ],
  requests: [{ tool: 'weigh_box', arguments: { box_id: byOwner('Ada') } }],
  answers: [{ call: 1, path: '/grams' }],
}

/** "Put it on the west shelf": the box found before, with a login and an unlocked shelf on the way. */
export const MOVE: MadeTurn = {
  text: 'Put it on the "west shelf".',
  mentions: ['west shelf'],
  thoughts: 'This needs a sign-in. Shelves are locked.',
  answer: 'Moved.',
  calls: [
    { tool: 'sign_in', hidden: true },
    { tool: 'unlock', hidden: true },
    {
      tool: 'move_box',
      arguments: { box_id: ['B-771', result(0, 0, '/box_id')], shelf: ['west shelf', SAID] },
      needs: [0, 1],
    },
  ],
  requests: [
    { tool: 'move_box', arguments: { box_id: { by: 'earlier' }, shelf: { by: 'value', value: 'west shelf' } } },
  ],
}
