import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import { fileSystem } from '../../../src/environments/index.js'
import { lexiconOf, read, realise } from '../../../src/language/index.js'

const lexicon = lexiconOf([fileSystem])
const named = (value: string): Reference => ({ by: 'value', value })
const look = (file: string): Request => ({ tool: 'cat', arguments: { file_name: named(file) } })
const count = (file: string): Request => ({ tool: 'wc', arguments: { file_name: named(file) } })

function wordings(requests: readonly Request[]): string[] {
  return Array.from(
    { length: 20 },
    (_, seed) => realise(lexicon, requests, { voice: { register: 'plain' } }, createRng(`again${seed}`))?.text ?? '',
  )
}

describe('what a message has just named', () => {
  it('is not named again, and reads back by its name', () => {
    for (const text of wordings([look('notes.txt'), count('notes.txt')])) {
      expect([text, text.split('notes.txt').length - 1]).toEqual([text, 1])
      expect(text).toContain('the file')
      expect(read(lexicon, text).requests).toEqual([look('notes.txt'), count('notes.txt')])
    }
  })

  it('is named where it is another one, or where two were named', () => {
    const compare = {
      tool: 'diff',
      arguments: { file_name1: named('notes.txt'), file_name2: named('plan.txt') },
    }
    for (const requests of [
      [look('plan.txt'), count('notes.txt')],
      [compare, count('notes.txt')],
    ])
      for (const text of wordings(requests)) {
        expect(text).not.toContain('the file')
        expect(read(lexicon, text).requests).toEqual(requests)
      }
  })
})
