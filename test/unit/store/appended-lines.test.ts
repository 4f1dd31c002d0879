import fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppendedLines, keepSettings } from '../../../src/store/index.js'
import { temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

describe('appended lines', () => {
  it('are all there again but a torn one, wherever the file was cut, and go on after it', () => {
    const file = join(directory(), 'deep', 'lines.jsonl')
    const values = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.integer() }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.nat(), (all, cut) => {
        const lines = new AppendedLines<{ readonly text: string; readonly n: number }>(file)
        writeFileSync(file, '')
        for (const value of all) lines.append(value)
        const bytes = readFileSync(file)
        const kept = bytes.subarray(0, cut % (bytes.length + 1))
        writeFileSync(file, kept)
        const whole = kept.filter((byte) => byte === 10).length
        expect(lines.read()).toEqual(all.slice(0, whole))
        lines.append({ text: 'more', n: 1 })
        expect(lines.read()).toEqual([...all.slice(0, whole), { text: 'more', n: 1 }])
      }),
    )
  })

  it('are none where there is no file', () => {
    expect(new AppendedLines(join(directory(), 'none.jsonl')).read()).toEqual([])
  })
})

describe('settings', () => {
  it('are kept by their folder, and others refused by what differs', () => {
    const folder = join(directory(), 'work')
    keepSettings(folder, 'settings.json', { model: 'm', temperature: 0.7 })
    keepSettings(folder, 'settings.json', { temperature: 0.7, model: 'm' })
    expect(() => keepSettings(folder, 'settings.json', { model: 'm', temperature: 1 })).toThrow(
      'temperature: 0.7, now 1',
    )
  })
})
