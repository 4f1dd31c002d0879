import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldKind } from '../../../src/catalog/index.js'
import type { JsonObject } from '../../../src/core/json.js'
import { planSignature } from '../../../src/core/signature.js'
import type { Trace, TracedCall } from '../../../src/core/trace.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../../../src/core/trajectory.js'
import type { DiscrepancyKind } from '../../../src/core/verdict.js'
import { createWorld, replay, type World } from '../../../src/environment/index.js'
import { type Recipe, synthesizeItem, type WorldKind } from '../../../src/pipeline/index.js'
import { type RowVerdict, verifyRow } from '../../../src/verifiers/index.js'
import { present } from '../../support/rows.js'

/** A call as a liar writes it; ids and results are made by execution. */
interface Wanted {
  readonly thinks?: string
  readonly says?: string
  readonly calls?: readonly (readonly [name: string, args: JsonObject])[]
}

/** A turn of a verified row, with all that is needed to tell it otherwise. */
interface Scene {
  readonly kind: WorldKind
  readonly row: Trajectory
  readonly k: number
  readonly turn: Turn
  readonly trace: Trace
  readonly start: World
}

const driving = await rowsOf(['vehicle'], 13, 14, ['estimate_distance'])
const messaging = await rowsOf(['message'], 13, 8, ['send_message'])
const ticketing = await rowsOf(['ticketing'], 13, 12)

async function rowsOf(
  names: readonly string[],
  seed: number,
  count: number,
  targets?: readonly string[],
): Promise<{ kind: WorldKind; row: Trajectory }[]> {
  const kind = worldKind(environmentsNamed(names, 'this test'))
  const recipe: Recipe = {
    seed,
    worlds: [kind],
    turns: [2, 3],
    kmax: 3,
    families: ['base'],
    ...(targets ? { targets: new Set(targets) } : {}),
  }
  const items = await Promise.all(Array.from({ length: count }, (_, index) => synthesizeItem(recipe, index)))
  return items.flatMap(({ row }) => (row ? [{ kind, row }] : []))
}

function scenesOf(made: readonly { kind: WorldKind; row: Trajectory }[]): Scene[] {
  return made.flatMap(({ kind, row }) => {
    const world = createWorld(kind.environments, row.initial as never)
    return row.turns.map((turn, k): Scene => {
      const start = world.fork()
      replay(world, callsOf(turn.steps))
      return { kind, row, k, turn, trace: traceOf(turn), start }
    })
  })
}

const callsOf = (steps: readonly Step[]): Step['calls'] => steps.flatMap(({ calls }) => calls)

function traceOf({ task: { expected } }: Turn): Trace {
  if (expected.kind !== 'act') throw new Error('this turn acts')
  return expected.trace
}

/** The steps as they come out when somebody really takes them. */
function taken(start: World, wanted: readonly Wanted[]): Step[] {
  const world = start.fork()
  return wanted.map(({ thinks, says = '', calls = [] }, s) => {
    const made = calls.map(([name, args], c) => ({ id: `liar0000${s}${c}`.slice(-9), name, arguments: args }))
    return {
      ...(thinks === undefined ? {} : { reasoning: thinks }),
      content: says,
      calls: made,
      results: made.map((call) =>
        world.tools.some(({ name }) => name === call.name) ? world.call(call) : { callId: call.id, value: null },
      ),
    }
  })
}

/** The row up to a turn told otherwise: everything that can be made to fit is, the certificate too. */
function told({ kind, row, k, start }: Scene, change: (turn: Turn) => Turn): RowVerdict {
  const changed = change(present(row.turns[k]))
  const world = start.fork()
  replay(
    world,
    callsOf(changed.steps).filter(({ name }) => world.tools.some((tool) => tool.name === name)),
  )
  const turns = [...row.turns.slice(0, k), { ...changed, attempts: [], end: world.digest() }]
  const liar: Trajectory = { ...row, turns, messages: messagesOf(row.system, turns) }
  const { certificate } = verifyRow(liar, kind.environments, kind.semantics)
  return verifyRow({ ...liar, certificate }, kind.environments, kind.semantics)
}

const withSteps = (scene: Scene, wanted: readonly Wanted[]): RowVerdict =>
  told(scene, (turn) => ({ ...turn, steps: taken(scene.start, wanted) }))

const kindsOf = ({ reasons }: RowVerdict): DiscrepancyKind[] => [...new Set(reasons.map(({ kind }) => kind))]

const answerOf = ({ turn }: Scene): string => present(turn.steps.at(-1)).content

/** The accepted steps as a liar would write them down, to be changed from there. */
const asWanted = ({ turn }: Scene): Wanted[] =>
  turn.steps.map(({ reasoning, content, calls }) => ({
    ...(reasoning === undefined ? {} : { thinks: reasoning }),
    says: content,
    calls: calls.map(({ name, arguments: args }) => [name, args] as const),
  }))

const withoutCalls = (wanted: readonly Wanted[]): Wanted => ({ says: present(wanted.at(-1)).says ?? '' })

const silent = ({ says = '', calls = [] }: Wanted): Wanted => ({ says, calls })

function withoutTool(turn: Turn): Turn {
  const { advancedTool: _, ...rest } = turn
  return rest
}

/** The paper's case: a distance between two cities, for which two zip codes have to be found. */
const distance = present(
  scenesOf(driving).find(
    ({ turn, trace }) =>
      trace.requests.length === 1 &&
      trace.target === 'estimate_distance' &&
      turn.query.text.split(' ').length > 9 &&
      callsOf(turn.steps).filter(({ name }) => name === 'get_zipcode_based_on_city').length === 2,
  ),
)
const [cityA, cityB] = callsOf(distance.turn.steps).map(({ arguments: args }) => args['city'] as string)
const zips = present(distance.trace.calls.find(({ call }) => call.name === 'estimate_distance')).call.arguments
const lookups = [
  ['get_zipcode_based_on_city', { city: cityA ?? '' }],
  ['get_zipcode_based_on_city', { city: cityB ?? '' }],
] as const

/** A change that somebody asked for and that stays. */
const sending = present(
  scenesOf(messaging).find(
    ({ trace }) => trace.requests.length === 1 && trace.target === 'send_message' && trace.calls.length > 1,
  ),
)

/** A turn that signs in, and a later one in the same session. */
const signedIn = present(
  scenesOf(ticketing).find(
    ({ row, k }) => k > 0 && callsOf(present(row.turns[k - 1]).steps).some(({ name }) => name === 'ticket_login'),
  ),
)

describe('the sample that the paper prints', () => {
  it('invents its zip codes in the same breath: refused', () => {
    const verdict = withSteps(distance, [
      { calls: [...lookups, ['estimate_distance', { cityA: '83214', cityB: '74532' }]] },
      { says: answerOf(distance) },
    ])
    expect(kindsOf(verdict)).toContain('ungrounded-argument')
  })

  it('with the right zip codes, but before any result has shown them: refused', () => {
    const verdict = withSteps(distance, [
      { calls: [...lookups, ['estimate_distance', zips]] },
      { says: answerOf(distance) },
    ])
    expect(kindsOf(verdict)).toContain('ungrounded-argument')
  })

  it('with an invented number in its thoughts: refused', () => {
    const [first, ...rest] = asWanted(distance)
    const verdict = withSteps(distance, [{ ...first, thinks: 'The zip codes are surely 83214 and 74532.' }, ...rest])
    expect(kindsOf(verdict)).toContain('unsupported-claim')
  })
})

describe('words that say too little or too much', () => {
  const asking = (text: string): RowVerdict =>
    told(distance, (turn) => ({ ...turn, query: { ...turn.query, text, mentions: [], spans: [[0, text.length]] } }))

  it('two proper names alone', () => {
    expect(kindsOf(asking(`${cityA} ${cityB}`))).toContain('incomplete-query')
  })

  it('one city of the two', () => {
    expect(kindsOf(asking(distance.turn.query.text.replace(cityB ?? '', 'somewhere')))).toContain('incomplete-query')
  })

  it('a value that only tools know', () => {
    expect(kindsOf(asking(`${distance.turn.query.text} The zip code is ${String(zips['cityA'])}.`))).toContain('leak')
  })

  it('the name of a tool', () => {
    expect(kindsOf(asking(`${distance.turn.query.text} Use estimate_distance.`))).toContain('leak')
  })

  it('the easy query, which names every step', () => {
    expect(kindsOf(asking(distance.turn.query.easy))).toContain('leak')
  })

  it('everything twice: half of it can be left out', () => {
    const { text, spans } = distance.turn.query
    const verdict = told(distance, (turn) => ({
      ...turn,
      query: { ...turn.query, text: `${text} ${text}`, mentions: [], spans },
    }))
    expect(kindsOf(verdict)).toContain('query-mutant')
  })

  it('a special token of a chat template', () => {
    expect(kindsOf(asking(`${distance.turn.query.text} <|im_end|>`))).toContain('special-token')
  })
})

describe('noise that is not there', () => {
  it.each(['typos', 'distraction', 'correction', 'casual', 'indirection'])('%s', (operator) => {
    const verdict = told(distance, (turn) => ({
      ...turn,
      query: { ...turn.query, noise: [...turn.query.noise, { operator, level: 3 }] },
    }))
    expect(verdict.reasons).toContainEqual(expect.objectContaining({ kind: 'unproved', about: `noise: ${operator}` }))
  })
})

describe('steps that miss what is owed', () => {
  it.each<[DiscrepancyKind, string, Scene, (wanted: readonly Wanted[]) => readonly Wanted[]]>([
    ['no-call', 'an answer out of nothing', distance, (wanted) => [withoutCalls(wanted)]],
    ['missing-call', 'the look-ups alone', distance, (wanted) => [{ calls: lookups }, withoutCalls(wanted)]],
    ['empty-answer', 'no answer', distance, (wanted) => [...wanted.slice(0, -1), { says: ' ' }]],
    [
      'missing-answer',
      'an answer that tells nothing',
      distance,
      (wanted) => [...wanted.slice(0, -1), { says: 'I have worked it out.' }],
    ],
    [
      'unsupported-claim',
      'another number',
      distance,
      (wanted) => [...wanted.slice(0, -1), { says: `${present(wanted.at(-1)).says} It takes 47 minutes.` }],
    ],
    [
      'raw-result',
      'an answer that dumps JSON',
      distance,
      (wanted) => [
        ...wanted.slice(0, -1),
        { says: `{"distance": ${/\d+/.exec(present(wanted.at(-1)).says ?? '')?.[0]}}` },
      ],
    ],
    [
      'raw-result',
      'an answer that adds a list as data',
      distance,
      (wanted) => [
        ...wanted.slice(0, -1),
        { says: `${present(wanted.at(-1)).says} ["${String(zips['cityA'])}", "${String(zips['cityB'])}"]` },
      ],
    ],
    [
      'echo',
      'the question given back',
      distance,
      (wanted) => [...wanted.slice(0, -1), { says: `${distance.turn.query.text} ${present(wanted.at(-1)).says}` }],
    ],
    [
      'step-limit',
      'a search through everything',
      distance,
      (wanted) => [{ calls: Array.from({ length: 4 }, () => ['get_current_speed', {}] as const) }, ...wanted],
    ],
    ['unknown-tool', 'a tool that nobody offers', distance, (wanted) => [{ calls: [['teleport', {}]] }, ...wanted]],
    [
      'invalid-arguments',
      'arguments that the tool does not take',
      distance,
      (wanted) => [{ calls: [['get_zipcode_based_on_city', { town: cityA ?? '' }]] }, ...wanted],
    ],
    [
      'wrong-state',
      'a message sent twice',
      sending,
      (wanted) => [...wanted.slice(0, -1), present(wanted.at(-2)), present(wanted.at(-1))],
    ],
    [
      'wrong-state',
      'a change nobody asked for',
      sending,
      (wanted) => [{ calls: [['add_contact', { user_name: 'Nobody' }]] }, ...wanted],
    ],
    [
      'unsupported-claim',
      'a thought that speaks of the hint',
      sending,
      (wanted) => [{ ...present(wanted[0]), thinks: 'As the hint says, I look first.' }, ...wanted.slice(1)],
    ],
  ])('%s: %s', (kind, _, scene, change) => {
    const verdict = withSteps(scene, change(asWanted(scene)))
    expect(verdict.pass).toBe(false)
    expect(kindsOf(verdict)).toContain(kind)
  })

  it('wrong-state: a message to somebody else', () => {
    const receiver = present(sending.trace.calls.find(({ call }) => call.name === 'send_message')).call.arguments[
      'receiver_id'
    ]
    const wanted = asWanted(sending).map(({ calls = [], ...step }) => ({
      ...step,
      calls: calls.map(
        ([name, args]) =>
          [
            name,
            name === 'send_message' ? { ...args, receiver_id: receiver === 'USR001' ? 'USR002' : 'USR001' } : args,
          ] as const,
      ),
    }))
    expect(kindsOf(withSteps(sending, wanted))).toContain('wrong-state')
  })
})

/** The trace with one more call in front, everything that counts calls moved by one. */
function withCallFirst({ trace, start, k }: Scene, call: TracedCall['call'], bindings: TracedCall['bindings']): Trace {
  const moved = trace.calls.map((traced, i): TracedCall => ({
    ...traced,
    bindings: traced.bindings.map((binding) =>
      binding.source.from === 'result' && binding.source.turn === k
        ? { ...binding, source: { ...binding.source, call: binding.source.call + 1 } }
        : binding,
    ),
    needs: [...traced.needs.map((need) => need + 1), ...(i === trace.calls.length - 1 ? [0] : [])].toSorted(
      (a, b) => a - b,
    ),
  }))
  const result = start.fork().call(call)
  const calls = [{ call, result, bindings, needs: [], hidden: true }, ...moved]
  const goal = {
    calls: trace.goal.calls.map((index) => index + 1),
    answers: trace.goal.answers.map((answer) => ({ ...answer, call: answer.call + 1 })),
  }
  return { ...trace, calls, goal, signature: planSignature(calls, goal.calls, k) }
}

describe('gold that does too much or knows too much', () => {
  it('logs in though somebody is logged in: the login can be left out', () => {
    const { row, k } = signedIn
    const { call, bindings } = present(
      traceOf(present(row.turns[k - 1])).calls.find(({ call: made }) => made.name === 'ticket_login'),
    )
    const trace = withCallFirst(signedIn, call, bindings)
    const [first, ...rest] = taken(signedIn.start, [{ calls: [[call.name, call.arguments]] }, ...asWanted(signedIn)])
    const verdict = told(signedIn, (turn) => ({
      ...withoutTool(turn),
      task: { ...turn.task, expected: { kind: 'act', trace } },
      steps: [present(first), ...rest],
    }))
    expect(verdict.reasons).toContainEqual(expect.objectContaining({ kind: 'mutant', name: 'drop-call' }))
  })

  it('owes nothing: who does nothing passes', () => {
    const goal = { ...distance.trace.goal, answers: [] }
    const verdict = told(distance, (turn) => ({
      ...withoutTool(turn),
      task: { ...turn.task, expected: { kind: 'act', trace: { ...distance.trace, goal } } },
    }))
    expect(kindsOf(verdict)).toContain('null-agent')
  })

  it('takes a value from where it does not stand', () => {
    const calls = distance.trace.calls.map((traced) => ({
      ...traced,
      bindings: traced.bindings.map((binding) =>
        binding.source.from === 'result' ? { ...binding, source: { ...binding.source, path: '/nowhere' } } : binding,
      ),
    }))
    const verdict = told(distance, (turn) => ({
      ...withoutTool(turn),
      task: { ...turn.task, expected: { kind: 'act', trace: { ...distance.trace, calls } } },
    }))
    expect(kindsOf(verdict)).toContain('wrong-argument')
  })

  it('relies on a session that nothing shows', () => {
    const first = present(
      scenesOf(ticketing).find(
        ({ k, trace }) =>
          k === 0 && trace.target !== 'ticket_login' && trace.calls.some(({ call }) => call.name === 'ticket_login'),
      ),
    )
    const login = first.trace.calls.findIndex(({ call }) => call.name === 'ticket_login')
    const calls = first.trace.calls.toSpliced(login, 1)
    const verdict = told(first, (turn) => ({
      ...withoutTool(turn),
      task: { ...turn.task, expected: { kind: 'act', trace: { ...first.trace, calls } } },
    }))
    expect(kindsOf(verdict)).toContain('uninformed')
  })

  it('is of another start, or ends elsewhere', () => {
    for (const change of [{ start: '0'.repeat(64) }, { end: '0'.repeat(64) }]) {
      const verdict = told(distance, (turn) => ({
        ...turn,
        task: { ...turn.task, expected: { kind: 'act', trace: { ...distance.trace, ...change } } },
      }))
      expect(kindsOf(verdict)).toContain('digest-mismatch')
    }
  })
})

describe('what is as good passes', () => {
  it.each<[string, Scene, (wanted: readonly Wanted[]) => readonly Wanted[]]>([
    ['the accepted steps, taken again', distance, (wanted) => wanted],
    [
      'look-ups one after the other',
      distance,
      (wanted) => [{ calls: [lookups[0]] }, { calls: [lookups[1]] }, ...wanted.slice(-2)],
    ],
    ['look-ups side by side', distance, (wanted) => [{ calls: lookups }, ...wanted.slice(-2)]],
    ['look-ups in the other order', distance, (wanted) => [{ calls: [lookups[1], lookups[0]] }, ...wanted.slice(-2)]],
    ['one look more than needed', distance, (wanted) => [{ calls: [['get_current_speed', {}]] }, ...wanted]],
    ['the same look twice', distance, (wanted) => [{ calls: [lookups[0]] }, ...wanted]],
    [
      'other words around the answer',
      distance,
      (wanted) => [...wanted.slice(0, -1), { says: `Sure. ${present(wanted.at(-1)).says} Have a safe trip!` }],
    ],
    ['no thoughts at all', distance, (wanted) => wanted.map(silent)],
    ['a change made the same way, thinking less', sending, (wanted) => wanted.map(silent)],
    [
      'a look around before a change',
      sending,
      (wanted) => [...wanted.slice(0, -2), { calls: [['list_users', {}]] }, ...wanted.slice(-2)],
    ],
  ])('%s', (_, scene, change) => {
    expect(withSteps(scene, change(asWanted(scene))).reasons).toEqual([])
  })
})
