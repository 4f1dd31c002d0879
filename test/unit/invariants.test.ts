import { describe, expect, it } from 'vitest'
import type { ReasoningAgent, ReasoningInput } from '../../src/agents/index.js'
import { forEachLeaf } from '../../src/core/json.js'
import { untag } from '../../src/core/number.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { createWorld, type Environment, replay, withFaults } from '../../src/environment/index.js'
import { mini } from '../../src/environments/mini/environment.js'
import { type Recipe, synthesizeItem } from '../../src/pipeline/index.js'
import { parseCall, ParseError } from '../../src/text/index.js'
import { verifyRow } from '../../src/verifiers/index.js'
import { deskWorld, kind } from '../support/desk.js'
import { deskRecipe, deskRows, forged, present, verifyDeskRow } from '../support/rows.js'

const rows = await deskRows(61, 5)

/** Rows made with a reasoning agent that wraps the procedural one. */
async function rowsWith(reasoning: ReasoningAgent, count: number, change: Partial<Recipe> = {}): Promise<Trajectory[]> {
  const recipe = deskRecipe(61, { worlds: [{ ...kind, roles: { ...kind.roles, reasoning } }], ...change })
  const items = await Promise.all(Array.from({ length: count }, (_, index) => synthesizeItem(recipe, index)))
  return items.flatMap(({ row }) => row ?? [])
}

/** The invariants of the design, by number; 4 (nothing paid for is lost) is about runs that pay for a model. */
describe('invariant', () => {
  it('1: seed in, same bytes out, item by item, whatever was made before and beside it', async () => {
    const alone = JSON.stringify((await synthesizeItem(deskRecipe(61), 3)).row)
    await deskRows(62, 2)
    expect(JSON.stringify((await synthesizeItem(deskRecipe(61), 3)).row)).toBe(alone)
    expect(JSON.stringify(rows[3])).toBe(alone)
  })

  it('2: nothing is accepted unproved, and a row is re-proved from its text and the environments it names', () => {
    const environments = new Map<string, Environment>([[mini.ref.name, mini]])
    expect(rows).toHaveLength(5)
    for (const row of rows) {
      const read = JSON.parse(JSON.stringify(row)) as Trajectory
      const named = read.initial.environments.map(({ name }) => present(environments.get(name)))
      expect(verifyRow(read, named, kind.semantics)).toMatchObject({ pass: true, certificate: row.certificate })
      const { renaming, twin, ...checks } = row.certificate.checks
      expect(Object.values(checks).filter((check) => check !== 'proved')).toEqual([])
      expect([renaming, twin].every((check) => typeof check === 'object')).toBe(true)
      expect(row.certificate.turns).toHaveLength(row.turns.length)
    }
  })

  it('2: a forged certificate changes nothing', () => {
    for (const row of rows) {
      const turns = row.turns.map((turn) => ({ ...turn, steps: turn.steps.slice(-1) }))
      expect(verifyDeskRow(forged(row, { turns })).pass).toBe(false)
    }
  })

  it('3: a failed attempt is data, with a reason and what was done', async () => {
    const lazyOnce: ReasoningAgent = {
      step: (input) =>
        input.attempt === 0 ? Promise.resolve({ content: 'Done.', calls: [] }) : kind.roles.reasoning.step(input),
    }
    const attempts = (await rowsWith(lazyOnce, 2)).flatMap(({ turns }) => turns.flatMap((turn) => turn.attempts))
    expect(attempts.length).toBeGreaterThan(1)
    for (const { verdict } of attempts)
      expect(verdict).toMatchObject({ pass: false, reasons: [{ kind: 'no-call' }, ...verdict.reasons.slice(1)] })
  })

  it('3: what a caller gets wrong is a result, and a bug is a crash', async () => {
    expect(deskWorld().call({ id: 'x', name: 'get_parcel', arguments: { parcel_id: 'P0' } }).error?.code).toBe(
      'not-found',
    )
    await expect(rowsWith({ step: () => Promise.reject(new RangeError('a bug')) }, 1)).rejects.toThrow('a bug')
  })

  it.each([
    'cd(folder=invariantTouched())',
    'invariantTouched()',
    "exec(code='invariantTouched()')",
    'cd(folder=globalThis.invariantTouched())',
    'cd(folder=(lambda: invariantTouched())())',
    "cd(folder=f'{invariantTouched()}')",
    'cd(folder=`${invariantTouched()}`)',
  ])('5: no text is executed: %s', (text) => {
    let touched = 0
    Object.assign(globalThis, { invariantTouched: () => (touched += 1) })
    let parsed: unknown
    try {
      parsed = parseCall(text)
    } catch (error) {
      if (!(error instanceof ParseError)) throw error
      parsed = error.message
    }
    Reflect.deleteProperty(globalThis, 'invariantTouched')
    expect(touched).toBe(0)
    expect(JSON.stringify(parsed)).toMatch(/invariantTouched|is not read here|invalid syntax/)
  })

  it('6: what hidden calls show does not leak into the query', () => {
    let hidden = 0
    for (const { turns, system } of rows) {
      turns.forEach(({ query, task: { expected } }, k) => {
        if (expected.kind !== 'act') return
        const before = JSON.stringify([system, turns.slice(0, k).map((turn) => [turn.query.text, turn.steps])])
        const said = JSON.stringify(expected.trace.requests)
        for (const { result, hidden: isHidden } of expected.trace.calls) {
          if (!isHidden) continue
          hidden += 1
          forEachLeaf(untag(result.value), (leaf) => {
            if (typeof leaf === 'string' && !before.includes(leaf) && !said.includes(leaf))
              expect(query.text).not.toContain(leaf)
          })
        }
      })
    }
    expect(hidden).toBeGreaterThan(5)
  })

  it('6: the reasoning agent gets the query’s text and nothing of the gold, and hints do not reach the data', async () => {
    const inputs: ReasoningInput[] = []
    const watched: ReasoningAgent = {
      step(input) {
        inputs.push(input)
        return input.attempt === 0 ? Promise.resolve({ content: 'Done.', calls: [] }) : kind.roles.reasoning.step(input)
      },
    }
    const made = await rowsWith(watched, 3)
    expect([...new Set(inputs.flatMap((input) => Object.keys(input)))].toSorted()).toEqual([
      'attempt',
      'capability',
      'fallible',
      'hints',
      'messages',
      'random',
      'tools',
    ])
    const hints = new Set(inputs.flatMap((input) => input.hints))
    expect(hints.size).toBeGreaterThan(0)
    for (const { messages, turns } of made) {
      const data = JSON.stringify([messages, turns.map(({ steps }) => steps)])
      expect([...hints].filter((hint) => data.includes(hint))).toEqual([])
    }
    const given = JSON.stringify(inputs.map(({ capability, hints: told }) => [capability, told]))
    const values = made.flatMap(({ turns }) =>
      turns.flatMap(({ steps }) =>
        steps.flatMap(({ calls }) => calls.flatMap(({ arguments: args }) => Object.values(args))),
      ),
    )
    expect(values.filter((value) => typeof value === 'string' && given.includes(value))).toEqual([])
  })

  it('7: the next turn starts from the whole state that the accepted steps left, not from what attempts did', async () => {
    const drawing: ReasoningAgent = {
      step(input) {
        const [, id] = input.attempt === 0 ? (/(P\d{3})/.exec(JSON.stringify(input.messages)) ?? []) : []
        if (id === undefined) return kind.roles.reasoning.step(input)
        const acted = input.messages.at(-1)?.role === 'tool' && JSON.stringify(input.messages.at(-1)).includes('pickup')
        return Promise.resolve(
          acted
            ? { content: 'Done.', calls: [] }
            : { content: '', calls: [{ name: 'book_pickup', arguments: { parcel_id: id, day: '2026-05-05' } }] },
        )
      },
    }
    const made = await rowsWith(drawing, 5, { turns: [3, 3] })
    const drawn = made
      .flatMap(({ turns }) =>
        turns.flatMap(({ attempts }) => attempts.flatMap(({ steps }) => steps.flatMap(({ results }) => results))),
      )
      .filter(({ error }) => !error)
    expect(drawn.length).toBeGreaterThan(2)
    for (const row of made) {
      const world = createWorld([mini], row.initial as never)
      for (const { task, steps, end } of row.turns) {
        const faulty = withFaults(world, task.faults)
        expect(steps.flatMap(({ calls }) => replay(faulty, calls))).toEqual(steps.flatMap(({ results }) => results))
        expect(world.digest()).toBe(end)
      }
    }
  })
})
