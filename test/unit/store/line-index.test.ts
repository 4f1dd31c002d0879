import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexLines, readLines } from '../../../src/store/index.js'
import { temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

describe('an index of lines', () => {
  it('reads each line that reading from the start does, in any order', async () => {
    const file = join(directory(), 'lines')
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\u2028\u2029]/g, '').trimEnd())
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean(), async (texts, end, closed) => {
        writeFileSync(file, texts.join(end) + (closed ? end : ''))
        const expected: string[] = []
        for await (const { text } of readLines(file)) expected.push(text)
        const index = await indexLines(file)
        const backwards = Array.from({ length: index.count }, (_, i) => index.count - 1 - i)
        const read = await Promise.all(backwards.map((i) => index.at(i)))
        expect(read.toReversed().filter((text) => text !== '')).toEqual(expected)
      }),
    )
  })

  it('says which file is not there', async () => {
    await expect(indexLines('nowhere.jsonl')).rejects.toThrow('nowhere.jsonl: there is no such file')
  })
})
