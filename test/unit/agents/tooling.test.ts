import { describe, expect, it } from 'vitest'
import { requestsOf } from '../../../src/core/advanced-tool.js'
import { forEachLeaf, type Json } from '../../../src/core/json.js'
import { runAdvancedTool } from '../../../src/verifiers/index.js'
import {
  after,
  BOOK,
  DESK,
  type DeskTurn,
  deskTurn,
  deskWorld,
  kind,
  SEND,
  WEIGH,
  WEIGH_IT,
} from '../../support/desk.js'

const send = await deskTurn([SEND])
const book = await deskTurn([BOOK])
const both = await deskTurn([WEIGH, SEND])
const weighIt = await deskTurn([WEIGH_IT], send)

const abstracted = ({ context }: DeskTurn): ReturnType<typeof kind.roles.tooling.abstract> =>
  kind.roles.tooling.abstract(context.trace, context.turn)

describe('the procedural tooling agent', () => {
  it('takes as inputs what the user says, and nothing that calls find', async () => {
    expect((await abstracted(send)).inputs).toEqual({ parcel_id_recipient: 'Ada Dahl', branch_id_street: 'Canal Walk' })
    expect((await abstracted(book)).inputs).toEqual({ parcel_id_recipient: 'Mei Torres', day: '2026-03-05' })
    expect((await abstracted(weighIt)).inputs).toEqual({})
  })

  it('requires its inputs, no others', async () => {
    const { tool } = await abstracted(send)
    expect(tool.inputs).toMatchObject({
      required: ['parcel_id_recipient', 'branch_id_street'],
      additionalProperties: false,
    })
  })

  it.each([
    ['send', send],
    ['book', book],
    ['both', both],
  ])('makes the trace again from its inputs: %s', async (_, turn) => {
    const { tool, inputs } = await abstracted(turn)
    const { calls, results } = runAdvancedTool(tool, turn.context.start.fork(), inputs)
    expect(calls.map(({ name, arguments: args }) => [name, args])).toEqual(
      turn.context.trace.calls.map(({ call }) => [call.name, call.arguments]),
    )
    expect(results.map(({ value }) => value)).toEqual(turn.context.trace.calls.map(({ result }) => result.value))
  })

  it('gives a new trace of the same plan from other inputs', async () => {
    const { tool } = await abstracted(send)
    const world = deskWorld()
    const { calls } = runAdvancedTool(tool, world, {
      parcel_id_recipient: 'Mei Torres',
      branch_id_street: 'Elm Square',
    })
    expect(calls.at(-1)).toMatchObject({ name: 'send_to_branch', arguments: { parcel_id: 'P147', branch_id: 'B34' } })
    expect(world.observe()).toMatchObject({ mini: { parcels: { P147: { branch: 'B34' }, P101: DESK.parcels.P101 } } })
  })

  it('carries over what an earlier turn showed', async () => {
    const { tool } = await abstracted(weighIt)
    expect(tool.body).toEqual([
      { tool: 'get_parcel', needs: [], arguments: [{ at: '/parcel_id', value: { carried: 'P101' } }] },
    ])
    expect(runAdvancedTool(tool, after(send), {}).results[0]?.value).toMatchObject({ grams: 3400 })
  })

  it('stops at the first error', async () => {
    const { tool } = await abstracted(send)
    expect(
      runAdvancedTool(tool, deskWorld(), { parcel_id_recipient: 'Nobody', branch_id_street: 'Elm Square' }).calls,
    ).toHaveLength(1)
  })

  it('turns its inputs back into the user’s requests', async () => {
    for (const turn of [send, book, both, weighIt]) {
      const { tool, inputs } = await abstracted(turn)
      expect(requestsOf(tool, inputs)).toEqual(turn.context.trace.requests)
    }
  })

  it('hints at capabilities without a value, a tool name or a parameter', async () => {
    for (const turn of [send, book, both]) {
      const { tool } = await abstracted(turn)
      const forbidden = new Set<string>()
      const note = (value: Json): void => forEachLeaf(value, (leaf) => typeof leaf === 'string' && forbidden.add(leaf))
      for (const { call, result } of turn.context.trace.calls) [call.arguments, result.value].forEach(note)
      expect(
        [...forbidden, ...turn.context.start.tools.map(({ name }) => name), 'parcel_id'].filter((text) =>
          tool.hint.includes(text),
        ),
      ).toEqual([])
      expect(tool.hint).not.toBe('')
    }
  })
})
