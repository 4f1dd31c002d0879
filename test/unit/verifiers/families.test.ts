import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import { FAMILIES, type FamilyName } from '../../../src/core/family.js'
import type { ToolCall } from '../../../src/core/tool.js'
import type { Trace } from '../../../src/core/trace.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import { createWorld, replay, withFaults, type World } from '../../../src/environment/index.js'
import { synthesizeItem, type WorldKind } from '../../../src/pipeline/index.js'
import { hasErrors, type RowVerdict } from '../../../src/verifiers/index.js'
import { judge as judgeRow, kindOf as kindOfRow } from '../../support/judge.js'
import { present } from '../../support/rows.js'

const worlds = worldsOf(environmentsNamed(['travel', 'ticketing', 'message'], 'this test'))

async function rowOf(family: FamilyName, seed = 3): Promise<Trajectory> {
  for (let index = 0; index < 6; index++) {
    const { row } = await synthesizeItem({ seed, worlds, turns: [2, 4], kmax: 3, families: [family] }, index)
    if (row) return row
  }
  throw new Error(`rowOf: no row of the family ${family}`)
}

const made = new Map(await Promise.all(FAMILIES.map(async (family) => [family, await rowOf(family)] as const)))
const row = (family: FamilyName): Trajectory => present(made.get(family))

/** A row in which the messenger session ends between two turns. */
const [ended] = (
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      synthesizeItem({ seed: 4, worlds, turns: [2, 3], kmax: 3, families: ['error-recovery'] }, index),
    ),
  )
).flatMap(({ row: found }) =>
  found?.turns.some(({ task }) => task.faults.some((fault) => 'lapse' in fault && fault.lapse.startsWith('message')))
    ? [found]
    : [],
)

const kindOf = (of: Trajectory): WorldKind => kindOfRow(worlds, of)
const judge = (judged: Trajectory): RowVerdict => judgeRow(worlds, judged)

/** The world before a turn. */
function worldBefore({ initial, turns }: Trajectory, k: number, kind = kindOf(row('base'))): World {
  const world = createWorld(kind.environments, initial as never)
  for (const { task, steps } of turns.slice(0, k))
    replay(
      withFaults(world, task.faults),
      steps.flatMap(({ calls }) => calls),
    )
  return world
}

/** The row with one turn changed, its steps executed anew, and everything else that a forger would make fit. */
function forged(from: Trajectory, k: number, change: (turn: Turn, world: World) => Partial<Turn>): Trajectory {
  const kind = kindOf(from)
  const before = worldBefore(from, k, kind)
  const turn = present(from.turns[k])
  const changed = { ...turn, ...change(turn, before) }
  const world = withFaults(before.fork(), changed.task.faults)
  const steps = changed.steps.map((step): Step => ({ ...step, results: replay(world, step.calls) }))
  const turns = [...from.turns.slice(0, k), { ...changed, steps, end: world.digest() }]
  const { errorToolResponse: _, ...rest } = from
  const lie = {
    ...rest,
    turns,
    ...(hasErrors({ turns }) ? { errorToolResponse: true as const } : {}),
    messages: messagesOf(from.system, turns),
  }
  return { ...lie, certificate: judge(lie).certificate }
}

const indexOf = ({ turns }: Trajectory, family: FamilyName): number =>
  turns.findIndex(({ task }) => task.families.includes(family))

function traceOf({ task: { expected } }: Turn): Trace {
  if (!('trace' in expected) || !expected.trace) throw new Error('this turn has a trace')
  return expected.trace
}

const acted = (turn: Turn, answer: string): Step[] => [
  ...traceOf(turn).calls.map(({ call }): Step => ({ content: '', calls: [call], results: [] })),
  { content: answer, calls: [], results: [] },
]

const saying = (content: string): Step[] => [{ content, calls: [], results: [] }]

const kindsOf = (verdict: RowVerdict): string[] => [...new Set(verdict.reasons.map(({ kind }) => kind))]

const tagged = (turn: Turn, ...families: string[]): Partial<Turn> => ({ task: { ...turn.task, families } })

describe.each(FAMILIES)('%s', (family) => {
  it('rows are proved from themselves, family by family [families]', () => {
    const verdict = judge(row(family))
    expect(verdict.reasons).toEqual([])
    expect(verdict.certificate).toEqual(row(family).certificate)
    expect(verdict.certificate.families[family]).toBeGreaterThan(0)
  })
})

describe('a turn is not what it says', () => {
  it.each(FAMILIES.filter((family) => !['base', 'distractor', 'single'].includes(family)))(
    'an ordinary turn is no %s',
    (family) => {
      const plain = row('base')
      const oneByOne = (turn: Turn): Step[] => acted(turn, turn.steps.at(-1)?.content ?? '')
      const lie = forged(plain, 0, (turn) => ({ ...tagged(turn, family), steps: oneByOne(turn) }))
      expect(kindsOf(judge(lie))).toContain('family')
    },
  )

  it('one turn among several is not single, tools without siblings are no distraction', () => {
    const plain = row('base')
    const several = { ...plain, turns: plain.turns.map((turn) => ({ ...turn, ...tagged(turn, 'base', 'single') })) }
    expect(kindsOf(judge(several))).toContain('family')
    expect(kindsOf(judge(forged(plain, 0, (turn) => tagged(turn, 'base', 'distractor'))))).toContain('family')
  })

  it.each(FAMILIES)('an answer of %s names nobody whom nobody spoke of', (family) => {
    const from = row(family)
    const lie = forged(from, indexOf(from, family), ({ steps }) => ({
      steps: steps.map((step, s) =>
        s < steps.length - 1 ? step : { ...step, content: `${step.content} I also told Nadia Brecht.` },
      ),
    }))
    expect(kindsOf(judge(lie))).toContain('unsupported-claim')
  })

  it('a question, a refusal or a memory is nothing ordinary, and an unknown family is none', () => {
    for (const family of ['missing-parameter', 'irrelevant', 'recall'] as const) {
      const from = row(family)
      expect(kindsOf(judge(forged(from, indexOf(from, family), (turn) => tagged(turn, 'base'))))).toContain('family')
    }
    expect(kindsOf(judge(forged(row('base'), 0, (turn) => tagged(turn, 'heroic'))))).toContain('unproved')
  })
})

describe('missing-tool', () => {
  const from = row('missing-tool')
  const k = indexOf(from, 'missing-tool')

  it('is not declined where the tool is on offer', () => {
    const offered = present(from.turns[k + 1]).task.offered
    expect(kindsOf(judge(forged(from, k, ({ task }) => ({ task: { ...task, offered } }))))).toContain('family')
  })

  it('is not carried out all the same, nor declined without a word of what is missing', () => {
    expect(kindsOf(judge(forged(from, k, (turn) => ({ steps: acted(turn, 'Done.') }))))).toContain('unwanted-call')
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying("Sorry, I can't.") }))))).toContain('wrong-question')
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying('') }))))).toContain('empty-answer')
  })
})

describe('missing-parameter', () => {
  const from = row('missing-parameter')
  const k = indexOf(from, 'missing-parameter')
  const asked = present(present(from.turns[k]).steps.at(-1)).content

  it('is asked for in one question, and not guessed', () => {
    expect(kindsOf(judge(forged(from, k, (turn) => ({ steps: acted(turn, asked) }))))).toContain('unwanted-call')
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying(`${asked} And who are you?`) }))))).toContain(
      'wrong-question',
    )
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying('What is the weather like?') }))))).toContain(
      'wrong-question',
    )
  })

  it('is not asked for where the message says it', () => {
    const complete = present(from.turns[k])
    const lie = forged(from, k, () => ({
      task: { ...complete.task, expected: { kind: 'ask', missing: ['/0/nothing'], trace: traceOf(complete) } },
    }))
    expect(judge(lie).pass).toBe(false)
  })
})

describe('irrelevant', () => {
  const from = row('irrelevant')
  const k = indexOf(from, 'irrelevant')

  it('is neither improvised nor shrugged off', () => {
    const call = (world: World): ToolCall => {
      const free = present(world.tools.find(({ parameters }) => !Array.isArray(parameters['required'])))
      return { id: 'improvised', name: free.name, arguments: {} }
    }
    const improvised = forged(from, k, ({ steps }, world) => ({
      steps: [{ content: '', calls: [call(world)], results: [] }, ...steps],
    }))
    expect(kindsOf(judge(improvised))).toContain('unwanted-call')
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying('Done.') }))))).toContain('wrong-question')
  })
})

describe('parallel', () => {
  it('calls that were ready do not wait for another step', () => {
    const from = row('parallel')
    const k = indexOf(from, 'parallel')
    const serial = forged(from, k, ({ steps }) => ({
      steps: steps.flatMap((step): Step[] =>
        step.calls.length < 2 ? [step] : step.calls.map((call) => ({ content: '', calls: [call], results: [] })),
      ),
    }))
    expect(kindsOf(judge(serial))).toContain('family')
  })
})

describe('error-recovery', () => {
  const from = row('error-recovery')
  const k = indexOf(from, 'error-recovery')

  it('giving up is no recovery', () => {
    const failed = present(from.turns[k]).steps.findIndex((step) => step.results.some(({ error }) => error))
    const gaveUp = forged(from, k, ({ steps }) => ({
      steps: [...steps.slice(0, failed + 1), ...saying('That failed.')],
    }))
    expect(judge(gaveUp).pass).toBe(false)
  })

  it('a step that erred is not to be learned', () => {
    const taught = forged(from, k, ({ steps }) => ({
      steps: steps.map(({ reasoning = '', content, calls, results }) => ({ reasoning, content, calls, results })),
    }))
    expect(kindsOf(judge(taught))).toContain('family')
  })

  it('without the planned failure its results are not those of the row', () => {
    const turns = from.turns.map((turn, i) => (i === k ? { ...turn, task: { ...turn.task, faults: [] } } : turn))
    expect(kindsOf(judge({ ...from, turns }))).toContain('result-mismatch')
  })
})

describe('a session that ends unseen', () => {
  const from = present(ended)
  const k = from.turns.findIndex(({ task }) => task.faults.some((fault) => 'lapse' in fault))
  const isLogin = ({ calls }: Step): boolean => calls.some(({ name }) => name === 'message_login')

  it('is found out by the refusal of the call itself, put right, and proved', () => {
    expect(judge(from)).toMatchObject({ pass: true })
    const { steps } = present(from.turns[k])
    const failed = steps.findIndex(({ results }) => results.some(({ error }) => error))
    expect(steps[failed]?.train).toBe(false)
    expect(isLogin(present(steps[failed + 1]))).toBe(true)
    expect(steps[failed + 1]?.reasoning).toMatch(/session has ended|signed the user out/)
    expect(steps[failed + 2]?.calls[0]?.name).toBe(steps[failed]?.calls[0]?.name)
  })

  it('is not recovered from by trying again, nor by giving up', () => {
    const stubborn = forged(from, k, ({ steps }) => ({ steps: steps.filter((step) => !isLogin(step)) }))
    expect(judge(stubborn).pass).toBe(false)
    const failed = present(from.turns[k]).steps.findIndex(({ results }) => results.some(({ error }) => error))
    const gaveUp = forged(from, k, ({ steps }) => ({
      steps: [...steps.slice(0, failed + 1), ...saying('The session has ended, so nothing was sent.')],
    }))
    expect(judge(gaveUp).pass).toBe(false)
  })

  it('is none that no environment declares, or that could be seen before', () => {
    const lapsing = (lapse: string): Trajectory =>
      forged(from, k, ({ task }) => ({ task: { ...task, faults: task.faults.map((fault) => ({ ...fault, lapse })) } }))
    expect(judge(lapsing('message:awake')).pass).toBe(false)
    const told = "Nobody is signed in to the workspace messenger. The user's own id there is"
    const system = from.system.replace('The user is signed in to the workspace messenger with the id', told)
    expect(system).not.toBe(from.system)
    const seen = { ...from, system, messages: messagesOf(system, from.turns) }
    expect(kindsOf(judge({ ...seen, certificate: judge(seen).certificate }))).toContain('uninformed')
  })

  it('leaves a mark: without it the results are not those of the row', () => {
    const turns = from.turns.map((turn, i) => (i === k ? { ...turn, task: { ...turn.task, faults: [] } } : turn))
    expect(kindsOf(judge({ ...from, turns }))).toContain('result-mismatch')
  })
})

describe('blocked', () => {
  const from = row('blocked')
  const k = indexOf(from, 'blocked')

  it('is tried, reported, and left at that', () => {
    const refusal = present(present(from.turns[k]).steps.at(-1)).content
    expect(judge(forged(from, k, () => ({ steps: saying(refusal) }))).pass).toBe(false)
    expect(kindsOf(judge(forged(from, k, (turn) => ({ steps: acted(turn, 'Done.') }))))).toContain('wrong-question')
    const again = forged(from, k, ({ steps }) => ({ steps: [...steps.slice(0, -1), ...steps.slice(-2)] }))
    expect(kindsOf(judge(again))).toContain('family')
  })
})

describe('recall', () => {
  const from = row('recall')
  const k = indexOf(from, 'recall')

  it('takes no call, and tells what was shown', () => {
    const calls = from.turns.slice(0, k).flatMap(({ steps }) => steps.flatMap((step) => step.calls))
    const again = forged(from, k, ({ steps }) => ({
      steps: [{ content: '', calls: calls.slice(-1), results: [] }, ...steps],
    }))
    expect(kindsOf(judge(again))).toContain('unwanted-call')
    expect(kindsOf(judge(forged(from, k, () => ({ steps: saying('I do not remember.') }))))).toContain('missing-answer')
  })
})

describe('revision', () => {
  it('repeats nothing: what was done is undone first', async () => {
    const rows = await Promise.all([3, 4, 5, 6, 7].map((seed) => rowOf('revision', seed)))
    const undoing = rows.flatMap((from) => {
      const k = indexOf(from, 'revision')
      const trace = traceOf(present(from.turns[k]))
      return trace.goal.calls.length > 1 ? [{ from, k, trace }] : []
    })
    expect(undoing.length).toBeGreaterThan(0)
    for (const { from, k, trace } of undoing) {
      const again = present(trace.calls[trace.goal.calls.at(-1) ?? 0]).call
      const repeated = forged(from, k, ({ steps }) => ({
        steps: [{ content: '', calls: [again], results: [] }, ...steps.slice(-1)],
      }))
      expect(kindsOf(judge(repeated))).toContain('wrong-state')
    }
  })
})

describe('policy', () => {
  it('what a rule forbids is not done', async () => {
    const rows = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => rowOf('policy', seed)))
    const declined = rows.flatMap((from) => {
      const k = from.turns.findIndex(({ task: { expected } }) => expected.kind === 'decline')
      return k < 0 ? [] : [{ from, k }]
    })
    expect(declined.length).toBeGreaterThan(0)
    expect(declined.length).toBeLessThan(rows.length + 1)
    for (const { from, k } of declined) {
      expect(kindsOf(judge(forged(from, k, (turn) => ({ steps: acted(turn, 'Done.') }))))).toContain('unwanted-call')
      const done = forged(from, k, (turn) => ({
        task: { ...turn.task, expected: { kind: 'act', trace: traceOf(turn) } },
        steps: acted(turn, 'That is done.'),
      }))
      expect(judge(done).pass).toBe(false)
    }
  })
})

describe('distractor', () => {
  it('a sibling is listed as it is declared, and never called', () => {
    const from = row('distractor')
    const real = new Set(kindOf(from).environments.flatMap(({ specs }) => specs.map(({ name }) => name)))
    const tools = from.tools.map((tool) =>
      real.has(tool.function.name)
        ? tool
        : { ...tool, function: { ...tool.function, description: 'Does what the user wants.' } },
    )
    expect(tools).not.toEqual(from.tools)
    expect(kindsOf(judge({ ...from, tools }))).toContain('family')
    expect(kindsOf(judge({ ...from, tools: from.tools.filter((_, i) => i > 0) }))).toContain('message-mismatch')
  })
})
