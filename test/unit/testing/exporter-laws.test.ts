import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { type Exporter, openai } from '../../../src/exporters/index.js'
import { LawBroken, sampleTrajectories, testExporter } from '../../../src/testing/index.js'

/** The openai exporter with its rows changed, or with other words about itself. */
const changed = (row: (row: JsonObject) => Json, more: Partial<Exporter> = {}): Exporter => ({
  ...openai,
  rows: (trajectory) => openai.rows(trajectory).map((made) => row(made as JsonObject)),
  ...more,
})

const messages = (change: (message: JsonObject) => JsonObject | undefined): Exporter =>
  changed((row) => ({
    ...row,
    messages: (row['messages'] as JsonObject[]).flatMap((message) => change(message) ?? []),
  }))

let n = 0

const FAULTS: readonly (readonly [law: string, fault: string, exporter: Exporter])[] = [
  ['has a name', 'a name with a blank', { ...openai, name: 'Open AI' }],
  ['has a name', 'a path for a file name', { ...openai, fileName: '../rows.jsonl' }],
  ['has a name', 'something left out without a reason', { ...openai, lost: { reasoning_content: ' ' } }],
  ['rows are plain JSON', 'undefined', changed((row) => ({ ...row, extra: undefined as never }))],
  [
    'no key has the value null',
    'null for no calls',
    messages((message) => ({ ...message, tool_calls: message['tool_calls'] ?? null })),
  ],
  [
    'all rows have the same keys',
    'a key that comes and goes',
    changed((row) => ((row['messages'] as Json[]).length > 4 ? { ...row, long: true } : row)),
  ],
  [
    'every tool call has one result',
    'another id',
    messages((message) => (message['role'] === 'tool' ? { ...message, tool_call_id: 'other' } : message)),
  ],
  [
    'every tool call has one result',
    'no results',
    messages((message) => (message['role'] === 'tool' ? undefined : message)),
  ],
  ['the same trajectory gives the same bytes', 'a running number', changed((row) => ({ ...row, number: (n += 1) }))],
  [
    'everything that was said',
    'no system prompt',
    messages((message) => (message['role'] === 'system' ? undefined : message)),
  ],
  [
    'everything that was said',
    'a shortened answer',
    messages((message) =>
      message['role'] === 'assistant' ? { ...message, content: String(message['content']).slice(0, 5) } : message,
    ),
  ],
  ['everything that was said', 'no tools', changed((row) => ({ ...row, tools: [] }))],
  [
    'everything that was said',
    'a loss that is none',
    { ...openai, lost: { ...openai.lost, results: 'there is no room' } },
  ],
]

describe('testExporter', () => {
  it.each(FAULTS)('finds by the law "%s ...": %s', (start, _, exporter) => {
    const law = testExporter(exporter).find(({ name }) => name.startsWith(start))
    expect(law).toBeDefined()
    expect(() => law?.check()).toThrow(LawBroken)
  })

  it('finds an exporter that writes into the trajectory', () => {
    const writing: Exporter = {
      ...openai,
      rows(trajectory) {
        ;(trajectory.messages as unknown as Json[]).push({})
        return openai.rows(trajectory).slice(0, 0)
      },
    }
    const law = testExporter(writing).find(({ name }) => name.startsWith('the same trajectory'))
    expect(() => law?.check()).toThrow(TypeError)
  })
})

describe('sampleTrajectories', () => {
  it('hold every shape of a row', () => {
    const text = JSON.stringify(sampleTrajectories())
    for (const shape of [
      '"tool_calls"',
      '"reasoning_content":""',
      '"isError"',
      String.raw`\"error\"`,
      String.raw`\n`,
      '🎉',
    ])
      expect(text.includes(shape)).toBe(shape !== '"isError"')
  })
})
