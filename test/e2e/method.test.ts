import { describe, expect, it } from 'vitest'
import type { QueryingInput, ReasoningInput } from '../../src/agents/index.js'
import { DEFAULT_ENVIRONMENTS, environmentsNamed, worldKind, worldsOf } from '../../src/catalog/index.js'
import type { AdvancedTool } from '../../src/core/advanced-tool.js'
import { forEachLeaf, type Json } from '../../src/core/json.js'
import { untag } from '../../src/core/number.js'
import { formatPointer } from '../../src/core/pointer.js'
import type { Trace } from '../../src/core/trace.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../src/core/trajectory.js'
import { createWorld, replay, type World } from '../../src/environment/index.js'
import { buildGraph, relationsOf } from '../../src/graph/index.js'
import { type Recipe, type Roles, synthesizeItem, type WorldKind } from '../../src/pipeline/index.js'
import { runAdvancedTool, validate, verifyLeak, verifyRow } from '../../src/verifiers/index.js'

/** The method, read off the rows of one small run. Each title ends in the id of a term or a claim of docs/method.md. */
const recipe: Recipe = {
  seed: 11,
  worlds: worldsOf(environmentsNamed(DEFAULT_ENVIRONMENTS, 'this test')),
  turns: [3, 5],
  kmax: 3,
  families: ['base'],
}
const items = await Promise.all(Array.from({ length: 12 }, (_, index) => synthesizeItem(recipe, index)))
const rows = items.flatMap(({ row }) => row ?? [])
const turns = rows.flatMap(playedTurns)
const withHiddenSteps = turns.filter(({ trace }) => trace.calls.some(({ hidden }) => hidden))

describe('words', () => {
  it('replays an environment from its initial state to the same results and digests [environment]', () => {
    for (const { turn, start } of turns) {
      const world = start.fork()
      const results = turn.steps.flatMap((step) => replay(world, step.calls))
      expect(results).toEqual(turn.steps.flatMap((step) => step.results))
      expect(world.digest()).toBe(turn.end)
    }
  })

  it('offers tools by name, description and parameter schema, and calls no others [tool]', () => {
    for (const { tools, messages } of rows) {
      const called = messages.flatMap((message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : []))
      const offered = new Set(tools.map((tool) => tool.function.name))
      expect(called.filter((call) => !offered.has(call.function.name))).toEqual([])
      expect(
        tools.filter((tool) => tool.function.parameters['type'] !== 'object' || !tool.function.description),
      ).toEqual([])
    }
  })

  it('relates tools by what one provides and what one enables [api-relation-graph]', () => {
    const relations = relationsOf(buildGraph(environmentsNamed(['mini', 'ticketing'], 'this test')))
    expect(relations).toContainEqual(
      expect.objectContaining({
        kind: 'provides',
        from: 'find_parcel',
        path: '/parcel_id',
        to: 'send_to_branch',
        parameter: 'parcel_id',
      }),
    )
    expect(relations).toContainEqual(
      expect.objectContaining({ kind: 'enables', from: 'ticket_login', to: 'create_ticket' }),
    )
  })

  it('is one user message and all up to the final answer [turn]', () => {
    for (const { turn } of turns) {
      expect(turn.steps.findIndex(({ calls }) => calls.length === 0)).toBe(turn.steps.length - 1)
      expect(turn.steps.at(-1)?.content).not.toBe('')
    }
  })

  it('is one assistant message with the results of its calls [step]', () => {
    for (const { calls, results } of turns.flatMap(({ turn }) => turn.steps)) {
      expect(results.map(({ callId }) => callId)).toEqual(calls.map(({ id }) => id))
    }
  })

  it('holds as many finished turns as were asked for, in one world [trajectory]', () => {
    expect(rows).toHaveLength(12)
    for (const row of rows) {
      expect([3, 4, 5]).toContain(row.turns.length)
      expect(row.messages).toEqual(messagesOf(row.system, row.turns))
    }
  })
})

describe('phase I', () => {
  it('reaches the target of every turn [target-tool]', () => {
    expect(turns.filter(({ trace }) => trace.calls.at(-1)?.call.name !== trace.target)).toEqual([])
  })

  it('makes only calls that succeed and that a goal depends on [directed-sampler]', () => {
    for (const { trace } of turns) {
      expect(trace.calls.filter(({ result }) => result.error)).toEqual([])
      const needed = new Set(trace.goal.calls)
      for (const [i, { needs }] of [...trace.calls.entries()].toReversed())
        if (needed.has(i)) for (const need of needs) needed.add(need)
      expect([...needed].toSorted((a, b) => a - b)).toEqual([...trace.calls.keys()])
    }
  })

  it('gives every argument leaf exactly one source [trace]', () => {
    for (const { call, bindings } of turns.flatMap(({ trace }) => trace.calls)) {
      const leaves: string[] = []
      forEachLeaf(untag(call.arguments), (_, path) => path.length > 0 && leaves.push(formatPointer(path)))
      const sources = leaves.map((leaf) => bindings.filter((binding) => `${leaf}/`.startsWith(`${binding.at}/`)).length)
      expect(sources).toEqual(leaves.map(() => 1))
    }
  })

  it('lets later turns depend on values of earlier ones [cross-turn-dependencies]', () => {
    const linked = turns.filter(({ k, trace }) =>
      trace.calls.some(({ bindings }) => bindings.some(({ source }) => source.from === 'result' && source.turn < k)),
    )
    expect(linked.length).toBeGreaterThan(0)
  })
})

describe('phase II', () => {
  it('abstracts a trace into one tool that makes its calls again [advanced-tool]', () => {
    for (const { start, trace, turn } of turns) {
      const tool = turn.advancedTool as AdvancedTool
      const { calls } = runAdvancedTool(tool, start.fork(), inputsOf(tool, trace))
      expect(calls.map(({ name, arguments: args }) => [name, untag(args)])).toEqual(
        trace.calls.map(({ call }) => [call.name, untag(call.arguments)]),
      )
    }
  })

  it('makes the same advanced tool from the same trace [tooling-agent]', async () => {
    for (const { kind, k, trace, turn } of turns.slice(0, 8)) {
      const { tool } = await kind.roles.tooling.abstract(trace, k)
      expect(JSON.parse(JSON.stringify(tool))).toEqual(turn.advancedTool)
    }
  })

  it('shows the querying agent the advanced tool and what the user says, nothing found on the way [querying-agent]', async () => {
    const { seen } = await witnessed()
    const parts = seen.queries.flatMap((input) => Object.keys(input))
    expect([...new Set(parts)].toSorted()).toEqual([
      'inputs',
      'messages',
      'noisy',
      'random',
      'register',
      'situations',
      'subject',
      'tool',
      'turn',
    ])
    for (const { row, turn, k, trace } of withHiddenSteps) {
      const tool = turn.advancedTool as AdvancedTool
      const shown = JSON.stringify([tool, inputsOf(tool, trace)])
      const visible = JSON.stringify(messagesOf(row.system, row.turns.slice(0, k)))
      const found = hiddenIds(trace, k).filter((id) => !visible.includes(id))
      expect(found.filter((id) => shown.includes(id))).toEqual([])
    }
  })

  it('leaves hidden steps out of the hard query, which the easy query names [hard-query]', () => {
    expect(withHiddenSteps.length).toBeGreaterThan(turns.length / 3)
    for (const { row, turn, k, kind, start, trace } of withHiddenSteps) {
      const messages = messagesOf(row.system, row.turns.slice(0, k))
      const { query, steps } = turn
      expect(verifyLeak({ ...kind.semantics, turn: k, start, messages, query, trace, steps })).toEqual([])
      expect(trace.calls.filter(({ call }) => !query.easy.includes(call.name))).toEqual([])
    }
  })

  it('varies how the same wish is put [noise]', () => {
    expect(new Set(turns.flatMap(({ turn }) => turn.query.noise.map(({ operator }) => operator))).size).toBeGreaterThan(
      2,
    )
  })
})

describe('phase III', () => {
  it('shows the reasoning agent messages and tools, and capabilities only after a failure [reasoning-agent]', async () => {
    const { seen } = await witnessed()
    for (const { attempt, capability, ...input } of seen.steps) {
      expect(Object.keys(input).toSorted()).toEqual(['fallible', 'hints', 'messages', 'random', 'tools'])
      expect(capability === undefined).toBe(attempt === 0)
    }
  })

  it('tries again after a failure, at most Kmax times [attempt]', async () => {
    const { row } = await witnessed(recipe.kmax)
    expect(row?.turns.map(({ attempts }) => attempts.length)).toEqual(row?.turns.map(() => recipe.kmax))
    const { row: none, rejections } = await witnessed(recipe.kmax + 1)
    expect(none).toBeUndefined()
    expect(new Set(rejections.map(({ cause }) => cause))).toEqual(new Set(['attempts']))
  })

  it('answers each failure with a hint that gives no value away [critiquing-agent]', async () => {
    const { row, seen } = await witnessed(2)
    expect(new Set(seen.steps.map(({ attempt, hints }) => hints.length - attempt))).toEqual(new Set([0]))
    const values = (row as Trajectory).turns.flatMap(({ task }) => argumentLeaves(traceOf(task)))
    for (const hint of seen.steps.flatMap(({ hints }) => hints)) {
      expect(values.filter((value) => hint.includes(value))).toEqual([])
    }
  })

  it('keeps hints and failed attempts out of the conversation [hints-stay-out]', async () => {
    const { row, seen } = await witnessed(1)
    const text = JSON.stringify(row?.messages)
    expect(seen.steps.flatMap(({ hints }) => hints).filter((hint) => text.includes(hint))).toEqual([])
    expect(text).not.toContain(IDLE.content)
  })

  it('accepts another way to the same outcome, and no other outcome [outcome]', () => {
    for (const { turn, k, start, trace, row } of turns) {
      const visible = messagesOf(row.system, row.turns.slice(0, k + 1))
        .map(({ content }) => content)
        .join('\n')
      const again = turn.steps
        .flatMap((step) => step.calls.filter(({ name }) => specOf(start, name)?.effect === 'read'))
        .slice(0, 1)
      const detour: Step = { content: '', calls: again, results: replay(start.fork(), again) }
      expect(validate(k, start, trace, [detour, ...turn.steps], visible).reasons).toEqual([])
      expect(validate(k, start, trace, [IDLE], visible).pass).toBe(false)
    }
  })

  it('starts the next turn from the state that the accepted steps left [accepted-steps]', () => {
    const later = turns.filter(({ k }) => k > 0)
    expect(later.map(({ trace }) => trace.start)).toEqual(later.map(({ row, k }) => row.turns[k - 1]?.end))
  })
})

describe('proof', () => {
  it('recomputes every certificate from the row alone [certificate]', () => {
    for (const row of rows)
      expect(verdictOf(row)).toMatchObject({ pass: true, reasons: [], certificate: row.certificate })
  })

  it('names the turn and the call of a changed result, whatever the certificate says [forged-certificate]', () => {
    const row = structuredClone(rows[0]) as Trajectory
    const [result] = row.turns[1]?.steps[0]?.results ?? []
    Object.assign(result ?? {}, { value: { forged: 1 } })
    const { pass, reasons, certificate } = verdictOf(row)
    expect(pass).toBe(false)
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'result-mismatch', turn: 1, step: 0, call: 0 }))
    expect(verdictOf({ ...row, certificate }).pass).toBe(false)
  })

  it('fails every agent that understands nothing [null-agents]', () => {
    const runs = rows.flatMap(({ certificate }) => Object.values(certificate.nullAgents))
    expect(runs.length).toBeGreaterThan(0)
    expect(runs.filter(({ tried, failed }) => tried !== failed)).toEqual([])
  })

  it('fails every mutant of the calls and of the query [mutants]', () => {
    const trials = rows.flatMap(({ certificate: { mutants, queryMutants } }) => [
      ...Object.values(mutants),
      ...Object.values(queryMutants),
    ])
    expect(trials.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(100)
    expect(trials.filter(({ survived }) => survived > 0)).toEqual([])
  })

  it('gives item i the same bytes without its neighbours [same-seed-same-bytes]', async () => {
    const { row } = await synthesizeItem(recipe, 7)
    expect(JSON.stringify(row)).toBe(JSON.stringify(rows[7]))
  })
})

interface PlayedTurn {
  readonly row: Trajectory
  readonly turn: Turn
  readonly k: number
  readonly trace: Trace
  readonly kind: WorldKind
  /** The world before the turn. */
  readonly start: World
}

function playedTurns(row: Trajectory): PlayedTurn[] {
  const kind = kindOf(row)
  const world = createWorld(kind.environments, row.initial as Parameters<typeof createWorld>[1])
  return row.turns.map((turn, k) => {
    const start = world.fork()
    for (const { calls } of turn.steps) replay(world, calls)
    return { row, turn, k, trace: traceOf(turn.task), kind, start }
  })
}

function kindOf({ initial }: Trajectory): WorldKind {
  return worldKind(
    environmentsNamed(
      initial.environments.map(({ name }) => name),
      'this test',
    ),
  )
}

function traceOf({ expected }: Turn['task']): Trace {
  if (expected.kind !== 'act') throw new Error('this run has acting turns only')
  return expected.trace
}

function verdictOf(row: Trajectory): ReturnType<typeof verifyRow> {
  const kind = kindOf(row)
  return verifyRow(row, kind.environments, kind.semantics)
}

function specOf(world: World, tool: string): World['tools'][number] | undefined {
  return world.tools.find(({ name }) => name === tool)
}

/** What the user of a trace said, by the names of the advanced tool's inputs. */
function inputsOf(tool: AdvancedTool, trace: Trace): { [input: string]: Json } {
  const said = tool.requests.flatMap(({ arguments: args }, i) =>
    Object.entries(args).flatMap(([parameter, reference]): [string, Json][] => {
      const saying = trace.requests[i]?.arguments[parameter]
      return reference.by === 'earlier' || !saying || saying.by === 'earlier' ? [] : [[reference.input, saying.value]]
    }),
  )
  return Object.fromEntries(said)
}

/** Texts of the argument values of a trace, those long enough to be told from ordinary words. */
function argumentLeaves(trace: Trace): string[] {
  const leaves: string[] = []
  for (const { call } of trace.calls) forEachLeaf(untag(call.arguments), (leaf) => leaves.push(String(leaf)))
  return leaves.filter((leaf) => leaf.length > 2)
}

/** Ids that calls of this turn found for later ones: letters with digits, so that no word is mistaken for one. */
function hiddenIds(trace: Trace, turn: number): string[] {
  const produced = trace.calls.flatMap(({ bindings }) =>
    bindings.flatMap(({ source, value }) =>
      source.from === 'result' && source.turn === turn && typeof value === 'string' ? [value] : [],
    ),
  )
  return produced.filter((value) => /^[A-Za-z]*\d+$/.test(value))
}

const IDLE = { content: 'Consider it done.', calls: [], results: [] }

/** One item of `mini`, made by agents that note what they see; the reasoning agent idles through the first attempts. */
async function witnessed(
  idle = 0,
): Promise<
  Awaited<ReturnType<typeof synthesizeItem>> & { seen: { queries: QueryingInput[]; steps: ReasoningInput[] } }
> {
  const seen = { queries: [] as QueryingInput[], steps: [] as ReasoningInput[] }
  const kind = worldKind(environmentsNamed(['mini'], 'this test'))
  const roles: Roles = {
    ...kind.roles,
    querying: {
      write: (input) => {
        seen.queries.push(input)
        return kind.roles.querying.write(input)
      },
    },
    reasoning: {
      step: (input) => {
        seen.steps.push({ ...input, hints: [...input.hints] })
        return input.attempt < idle ? Promise.resolve(IDLE) : kind.roles.reasoning.step(input)
      },
    },
  }
  const item = await synthesizeItem({ ...recipe, worlds: [{ ...kind, roles }] }, 0)
  return { ...item, seen }
}
