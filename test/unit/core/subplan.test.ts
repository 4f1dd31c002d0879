import { describe, expect, it } from 'vitest'
import type { AdvancedTool } from '../../../src/core/advanced-tool.js'
import { shapeOf, subplansOf } from '../../../src/core/subplan.js'
import { runAdvancedTool } from '../../../src/verifiers/index.js'
import { BOOK, type DeskTurn, deskTurn, kind, SEND, WEIGH } from '../../support/desk.js'

const abstracted = async (turn: DeskTurn): Promise<{ tool: AdvancedTool; inputs: { [name: string]: never } }> =>
  (await kind.roles.tooling.abstract(turn.context.trace, turn.context.turn)) as never

const send = await deskTurn([SEND])
const both = await deskTurn([WEIGH, SEND])

describe('the subplans of an advanced tool', () => {
  it('are one per request, each the tool that the request alone would have given', async () => {
    const parts = subplansOf((await abstracted(both)).tool)
    expect(parts.map(({ name }) => name)).toEqual(['get_parcel_adv', 'send_to_branch_adv'])
    const alone = subplansOf((await abstracted(send)).tool)
    expect(alone.map(({ signature }) => signature)).toEqual([shapeOf((await abstracted(send)).tool)])
    expect(parts[1]?.signature).toBe(alone[0]?.signature)
    expect(parts[1]?.inputs['required']).toHaveLength(2)
  })

  it('run on their own and end with the call that was asked for', async () => {
    const { tool, inputs } = await abstracted(both)
    for (const part of subplansOf(tool)) {
      const { calls, results } = runAdvancedTool(part, both.context.start.fork(), inputs)
      expect(results.filter(({ error }) => error)).toEqual([])
      expect(calls).toHaveLength(part.body.length)
      expect(calls.at(-1)?.name).toBe(part.requests[0]?.tool)
    }
  })
})

describe('the shape of a plan', () => {
  const renamed = (tool: AdvancedTool): AdvancedTool =>
    JSON.parse(JSON.stringify(tool).replaceAll('parcel_id_recipient', 'whose')) as AdvancedTool

  it('does not depend on the names of inputs or the order of independent steps', async () => {
    const { tool } = await abstracted(send)
    expect(shapeOf(renamed(tool))).toBe(shapeOf(tool))
    const [first, second, ...rest] = tool.body
    if (!first || !second) throw new Error('The plan is shorter than this test takes it to be.')
    const swap = (step: number): number => [1, 0][step] ?? step
    const swapped: AdvancedTool = {
      ...tool,
      body: [
        second,
        first,
        ...rest.map((step) => ({
          ...step,
          needs: step.needs.map(swap),
          arguments: step.arguments.map(({ at, value }) => ({
            at,
            value: 'step' in value ? { ...value, step: swap(value.step) } : value,
          })),
        })),
      ],
    }
    expect(first.needs.concat(second.needs)).toEqual([])
    expect(shapeOf(swapped)).toBe(shapeOf(tool))
  })

  it('differs where the tools or what binds them differ', async () => {
    const { tool } = await abstracted(send)
    const shapes = new Set([
      shapeOf(tool),
      shapeOf((await abstracted(await deskTurn([BOOK]))).tool),
      shapeOf({ ...tool, body: tool.body.map((step) => ({ ...step, arguments: step.arguments.slice(1) })) }),
      shapeOf({ ...tool, body: tool.body.map((step) => ({ ...step, tool: `${step.tool}x` })) }),
    ])
    expect(shapes.size).toBe(4)
  })
})
