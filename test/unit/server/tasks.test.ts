import { describe, expect, it } from 'vitest'
import { taskOf } from '../../../src/server/index.js'
import { MOST_CALLS, Session } from '../../../src/server/session.js'
import { deskRows, forged, present } from '../../support/rows.js'
import { fileOfRows, meaningOf, playOf, servedRows, shownOf, tasksOf } from '../../support/server.js'

const rows = await servedRows()
const turns = rows.flatMap((row) => row.turns.map((turn, k) => ({ row, turn, k })))

/** A session at the turn, with the calls of these numbers made. */
function tried(at: (typeof turns)[number], keep: (call: number) => boolean = () => true): Session {
  const session = new Session('try', taskOf(at.row, at.k, meaningOf(at.row)))
  playOf(shownOf(at.row, at.k)).calls.forEach((call, i) => {
    if (keep(i)) session.call(call.name, call.arguments as never)
  })
  return session
}

describe('tasks of a run', () => {
  it('rewards what the row itself did, shown result by shown result, in every family and under other names [serve]', () => {
    expect(rows.some(({ renaming }) => renaming)).toBe(true)
    const kinds = new Set(turns.map(({ turn }) => turn.task.expected.kind))
    expect([...kinds].toSorted()).toEqual(['act', 'ask', 'decline', 'recall', 'stop'])
    for (const at of turns) {
      const { calls, results, answer } = playOf(shownOf(at.row, at.k))
      const session = new Session('try', taskOf(at.row, at.k, meaningOf(at.row)))
      expect(calls.map((call) => session.call(call.name, call.arguments as never).text)).toEqual(results)
      expect(session.answer(answer)).toEqual({ reward: 1, reasons: [] })
    }
  })

  it('rewards nobody who only says that it is done', () => {
    for (const at of turns) expect(tried(at, () => false).answer('Sure, that is all done!').reward).toBe(0)
  })

  it('rewards no try that leaves out the call that matters, whatever its answer says', () => {
    const acting = turns.filter(({ turn }) => turn.task.expected.kind === 'act')
    const rewarded = acting.filter((at) => {
      const { calls, answer } = playOf(shownOf(at.row, at.k))
      return tried(at, (i) => i !== calls.length - 1).answer(answer).reward === 1
    })
    expect([acting.length > 30, rewarded.length]).toEqual([true, 0])
  })

  it('shows the conversation up to the user message, and only what is on offer', () => {
    for (const { row, turn, k } of turns) {
      const task = taskOf(row, k, meaningOf(row))
      expect(task.messages.at(-1)).toMatchObject({ role: 'user' })
      expect(task.messages.filter(({ role }) => role === 'user')).toHaveLength(k + 1)
      expect([...task.messages, ...shownOf(row, k)]).toEqual(
        row.messages.slice(0, task.messages.length + shownOf(row, k).length),
      )
      expect(task.tools).toHaveLength(turn.task.offered.length)
    }
  })

  it('carries out no tool that is not on offer, even if its environment has it', () => {
    const withheld = present(
      turns.find(({ row, turn }) => !row.renaming && turn.task.families.includes('missing-tool')),
    )
    const offered = new Set(withheld.turn.task.offered)
    const hidden = present(meaningOf(withheld.row).environments[0]?.specs.find(({ name }) => !offered.has(name)))
    const session = new Session('try', taskOf(withheld.row, withheld.k, meaningOf(withheld.row)))
    expect(session.call(hidden.name, {})).toEqual({
      value: { error: `There is no tool '${hidden.name}'.` },
      text: `{"error":"There is no tool '${hidden.name}'."}`,
      error: 'unknown-tool',
    })
    expect(session.answer(playOf(shownOf(withheld.row, withheld.k)).answer).reward).toBe(0)
  })

  it('ends with the answer, or after too many calls, and does nothing after that', () => {
    const [at] = turns
    const answered = tried(present(at))
    answered.answer('Done.')
    expect(() => answered.answer('Done.')).toThrow('is over')
    expect(() => answered.call('list_branches', {})).toThrow('is over')
    const endless = new Session('try', taskOf(present(at).row, present(at).k, meaningOf(present(at).row)))
    for (let i = 0; i < MOST_CALLS; i++) endless.call('list_branches', {})
    expect(endless.outcome).toMatchObject({ reward: 0, reasons: [{ kind: 'step-limit' }] })
    expect(() => endless.call('list_branches', {})).toThrow('is over')
  })
})

describe('a file of rows', () => {
  const file = fileOfRows(rows)

  it('has a task for each turn, by id and by number', async () => {
    const tasks = await tasksOf(file)
    expect(tasks.count).toBe(turns.length)
    expect(tasks.ids(0, 2)).toEqual([`${rows[0]?.id}:0`, `${rows[0]?.id}:1`])
    expect(tasks.idOf(turns.length + 1)).toBe(`${rows[0]?.id}:1`)
    const task = await tasks.open(`${rows[5]?.id}:2`)
    expect(task.messages).toEqual(taskOf(present(rows[5]), 2, meaningOf(present(rows[5]))).messages)
    await expect(tasks.open('nothing:0')).rejects.toThrow("There is no task 'nothing:0'")
  })

  it('keeps to families where they are named', async () => {
    const recalls = turns.filter(({ turn }) => turn.task.families.includes('recall'))
    expect(recalls.length).toBeGreaterThan(0)
    expect((await tasksOf(file, ['recall'])).count).toBe(recalls.length)
    await expect(tasksOf(file, ['pottery'])).rejects.toThrow('no turn of it is wanted')
  })

  it('serves no turn whose own steps do not hold, however its certificate looks', async () => {
    const [row] = await deskRows(4, 1).then((made) =>
      made.filter(({ turns: [first] }) => first?.task.expected.kind === 'act'),
    )
    if (!row) throw new Error('the first turn of this row acts')
    const [first] = row.turns
    const steps = present(first).steps.map((step, i, all) =>
      i === all.length - 1 ? { ...step, content: 'Done.' } : step,
    )
    const tampered = fileOfRows([forged(row, { turns: row.turns.with(0, { ...present(first), steps }) })])
    const tasks = await tasksOf(tampered)
    await expect(tasks.open(tasks.idOf(0))).rejects.toThrow('does not prove')
  })
})
