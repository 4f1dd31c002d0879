import { describe, expect, it } from 'vitest'
import { TASK_EXPORTERS } from '../../../src/catalog/index.js'
import type { JsonObject } from '../../../src/core/json.js'
import { promptOf } from '../../../src/core/turn-prompt.js'
import { nemoGym, slime, type TaskExporter, trlGrpo } from '../../../src/exporters/index.js'
import { LawBroken, sampleTrajectories, testTaskExporter } from '../../../src/testing/index.js'
import { present } from '../../support/rows.js'
import { servedRows } from '../../support/server.js'

const rows = await servedRows()

describe.each([...TASK_EXPORTERS.values()].map((exporter) => [exporter.name, exporter] as const))(
  '%s',
  (_, exporter) => {
    it.each(testTaskExporter(exporter))('$name', ({ check }) => expect(check).not.toThrow())

    it.each(testTaskExporter(exporter, rows))('$name, on turns of a run', ({ check }) => {
      expect(check).not.toThrow()
    })
  },
)

describe('a format that breaks a promise is found out', () => {
  const changed = (task: TaskExporter['task']): TaskExporter => ({ ...trlGrpo, task })
  it.each([
    [
      'a task holds',
      'no system prompt',
      changed((row, turn) => ({
        ...(trlGrpo.task(row, turn) as JsonObject),
        prompt: promptOf(row, turn).slice(1) as never,
      })),
    ],
    [
      'a task holds',
      'another id',
      changed((row, turn) => ({ ...(trlGrpo.task(row, turn) as JsonObject), task_id: row.id })),
    ],
    ['a task holds', 'no tools', changed((row, turn) => ({ ...(trlGrpo.task(row, turn) as JsonObject), tools: [] }))],
    [
      'nothing that comes after',
      'the whole conversation',
      changed((row, turn) => ({ ...(trlGrpo.task(row, turn) as JsonObject), prompt: row.messages as never })),
    ],
    [
      'no key has the value null',
      'null',
      changed((row, turn) => ({ ...(trlGrpo.task(row, turn) as JsonObject), note: null })),
    ],
  ])('%s: %s', (law, _, exporter) => {
    const found = present(testTaskExporter(exporter).find(({ name }) => name.includes(law)))
    expect(found.check).toThrow(LawBroken)
  })
})

describe('what trainers insist on', () => {
  const [first] = sampleTrajectories()
  const row = present(first)

  it('NeMo Gym: the conversation as items of the Responses API, and flat tools', () => {
    expect(nemoGym.task(row, 1)).toMatchObject({
      task_id: 'sample-000000:1',
      responses_create_params: {
        parallel_tool_calls: true,
        input: [
          { role: 'system' },
          { role: 'user', content: 'Is there a note about the café, or "hi"?' },
          { type: 'function_call', call_id: 'aaaaaaaa1', name: 'find_note', arguments: '{"word":"café"}' },
          { type: 'function_call', call_id: 'aaaaaaaa2', name: 'find_note' },
          { type: 'function_call_output', call_id: 'aaaaaaaa1' },
          { type: 'function_call_output', call_id: 'aaaaaaaa2', output: '{"error":"No note holds that word."}' },
          { role: 'assistant', content: 'Only note 17 is there: Tisch für zwei\n\tum 19:30.' },
          { role: 'user', content: 'How many are there? Write that down.' },
        ],
      },
    })
    expect(
      (nemoGym.task(row, 0) as { responses_create_params: { tools: object[] } }).responses_create_params.tools[2],
    ).toEqual({
      type: 'function',
      name: 'count_notes',
      description: 'Count all notes.',
      parameters: { type: 'object', properties: {}, required: [] },
      strict: false,
    })
  })

  it('TRL and slime: the prompt ends with the user, and carries no mark of ours', () => {
    for (const [made, turn] of rows.flatMap((one) => one.turns.map((_, k) => [one, k] as const))) {
      const { prompt } = trlGrpo.task(made, turn) as { prompt: JsonObject[] }
      expect(prompt.at(-1)).toMatchObject({ role: 'user' })
      expect(prompt.some((message) => 'train' in message)).toBe(false)
    }
    expect(slime.task(row, 0)).toMatchObject({
      tools: expect.any(String) as string,
      metadata: { task_id: 'sample-000000:0' },
    })
  })
})
