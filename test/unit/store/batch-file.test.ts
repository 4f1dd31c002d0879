import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBatchFile } from '../../../src/store/index.js'
import { temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

describe('batches beside a journal', () => {
  it('keep what was asked and answered, and lose at most the line that was being written', () => {
    const root = directory()
    const batch = openBatchFile(root)
    batch.ask(['a', 'b', 'a'])
    batch.take(new Map([['a', { status: 200, body: '{}' }]]))
    appendFileSync(join(root, 'batch.jsonl'), '{"id":"b","status":20')
    const again = openBatchFile(root)
    expect([...again.asked]).toEqual(['a', 'b'])
    expect(again.answerTo('a')).toEqual({ status: 200, body: '{}' })
    expect(again.answerTo('b')).toBeUndefined()
    again.take(new Map([['b', { status: 400, body: 'ü' }]]))
    expect(openBatchFile(root).answerTo('b')).toEqual({ status: 400, body: 'ü' })
    again.remove()
    expect(openBatchFile(root).asked.size).toBe(0)
  })
})
