import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { at } from '../../../src/core/pointer.js'
import { openai } from '../../../src/exporters/index.js'
import { sampleTrajectories } from '../../../src/testing/index.js'

const [first, second] = sampleTrajectories().map((trajectory) => openai.rows(trajectory)[0] as Json)

describe('openai', () => {
  it('writes arguments as JSON text, and no name on a result', () => {
    expect(at(first, '/messages/2')).toEqual({
      role: 'assistant',
      content: '',
      tool_calls: [
        { id: 'aaaaaaaa1', type: 'function', function: { name: 'find_note', arguments: '{"word":"café"}' } },
        {
          id: 'aaaaaaaa2',
          type: 'function',
          function: { name: 'find_note', arguments: String.raw`{"word":"say \"hi\""}` },
        },
      ],
    })
    expect(at(first, '/messages/3')).toEqual({
      role: 'tool',
      tool_call_id: 'aaaaaaaa1',
      content: String.raw`{"note":17,"text":"Tisch für zwei\n\tum 19:30","tags":[]}`,
    })
  })

  it('has no tool calls on a message without any, and no chain of thought', () => {
    expect(at(second, '/messages')).toEqual([
      { role: 'system', content: 'You are an assistant with access to tools. Today is 2026-03-02.' },
      { role: 'user', content: 'Thanks!\n\nThat is all <for> today & tomorrow.' },
      { role: 'assistant', content: 'Only note 17 is there: Tisch für zwei\n\tum 19:30.' },
    ])
    expect(JSON.stringify(first)).not.toContain('reasoning')
  })

  it('offers the tools and says that calls may be parallel', () => {
    expect(at(first, '/parallel_tool_calls')).toBe(true)
    expect(at(first, '/tools/2/function/name')).toBe('count_notes')
  })
})
