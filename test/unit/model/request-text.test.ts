import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChatTool } from '../../../src/model/index.js'
import { textOfRequest } from '../../../src/model/index.js'

const tool: fc.Arbitrary<ChatTool> = fc.record({
  name: fc.string(),
  description: fc.string(),
  parameters: fc.dictionary(fc.string(), fc.jsonValue()),
}) as fc.Arbitrary<ChatTool>

it('the text of a request is its JSON, whatever tools it shares with others', () => {
  const some = fc.array(tool, { maxLength: 3 })
  fc.assert(
    fc.property(some, some, fc.string(), fc.nat(), (first, second, content, seed) => {
      const messages = [{ role: 'user' as const, content }]
      for (const tools of [first, [...second, ...first], []]) {
        const request = { messages, tools, seed }
        expect(textOfRequest(request)).toBe(JSON.stringify(request))
      }
      expect(textOfRequest({ messages })).toBe(JSON.stringify({ messages }))
    }),
  )
})
