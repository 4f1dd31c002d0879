import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '../../../src/core/json.js'
import { formatHermes, formatQwenXml, parseHermes, parseQwenXml, UnreadableCallError } from '../../../src/text/index.js'

const name = fc.stringMatching(/^[a-z][a-z_]{0,12}$/)
const words = fc.string().filter((text) => !/[<>]/.test(text) && !/^\n|\n$/.test(text))
const args = fc.dictionary(name, fc.oneof(words, fc.integer(), fc.boolean(), fc.array(fc.integer())), { maxKeys: 4 })

describe('calls in the Hermes form', () => {
  it('are read as they were written, with the words around them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, args), { minLength: 1, maxLength: 3 }), words, (calls, said) => {
        const written = calls.map(([tool, values]) => ({ name: tool, arguments: JSON.stringify(values) }))
        const read = parseHermes(`${said}\n${written.map(formatHermes).join('\n')}`)
        expect(read.content).toBe(said.trim())
        expect(read.calls.map((call) => [call.name, JSON.parse(call.arguments)])).toEqual(calls)
      }),
    )
  })

  it('keep 5.0 what it is', () => {
    expect(parseHermes('<tool_call>{"name":"f","arguments":{"x":5.0}}').calls[0]?.arguments).toBe('{"x": 5.0}')
  })

  it('are refused where they are none', () => {
    for (const body of ['', '{"arguments": {}}', '{"name": "f", "arguments": []}', '{"name": "f"'])
      expect(() => parseHermes(`<tool_call>${body}</tool_call>`)).toThrow(UnreadableCallError)
  })
})

describe('calls in the XML form', () => {
  it('are read as they were written, texts by their schema', () => {
    fc.assert(
      fc.property(name, args, (tool, values) => {
        const properties = Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, { type: typeof value === 'string' ? 'string' : 'array' }]),
        )
        const schema: JsonSchema = { type: 'object', properties }
        const read = parseQwenXml(formatQwenXml({ name: tool, arguments: JSON.stringify(values) }), () => schema)
        expect(read.calls.map((call) => [call.name, JSON.parse(call.arguments)])).toEqual([[tool, values]])
      }),
    )
  })

  it('are refused where they are none', () => {
    expect(() => parseQwenXml('<tool_call>f()</tool_call>', () => undefined)).toThrow(UnreadableCallError)
  })
})
