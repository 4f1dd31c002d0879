import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import * as builtIn from '../../../src/environments/index.js'
import { declineMissing, lexiconOf, tellArrival, withAsides } from '../../../src/language/index.js'

const seeds = Array.from({ length: 40 }, (_, seed) => createRng(seed))

describe('withAsides', () => {
  const acts = ['signed you in']
  const told = (outcome: string, isDone: boolean, of: readonly string[] = acts): string[] => [
    ...new Set(seeds.map((random) => withAsides(outcome, { acts: of }, isDone, random))),
  ]

  it('weaves what was done first into what was done, or tells it apart', () => {
    expect(told('I closed it.', true)).toContain('I signed you in and closed it.')
    expect(told("I've closed it.", true)).toContain("I've signed you in and closed it.")
    expect(told('Closed it.', true)).toContain('Signed you in and closed it.')
    expect(told('I closed it and added the note.', true)).toContain('I signed you in, closed it and added the note.')
    expect(told('I set it.', true, ['a', 'b'])).toContain('I a, b and set it.')
    for (const text of told('I closed it.', true)) expect(text).toMatch(/signed you in/i)
  })

  it('weaves nothing into what was found out, and goes after a list', () => {
    for (const text of told('Booked so far: X.', true)) expect(text).toContain('Booked so far')
    for (const text of told('I found it.', false)) expect(text).toContain('I found it.')
    for (const text of told('These:\n- a\n- b', false)) expect(text).toMatch(/^These:\n- a\n- b\n\n\(?I signed you in/)
  })

  it('leaves an outcome that took nothing else as it is, and says what had happened', () => {
    expect(told('I closed it.', true, [])).toEqual(['I closed it.'])
    const mended = { because: 'the session had ended', acts }
    expect(withAsides('I closed it.', { acts: [], mended }, true, createRng(1))).toBe(
      'The session had ended, so I signed you in. I closed it.',
    )
    for (const random of seeds)
      expect(withAsides('It is closed.', { acts: ['opened it'], mended }, true, random)).toMatch(
        /^The session had ended, so I signed you in\. It is closed\. \(?I opened it first\.\)?$/,
      )
  })
})

describe('tellArrival', () => {
  const lexicon = lexiconOf([builtIn.fileSystem])
  const arrival = { environment: 'file-system', place: '/home/kitchen', isFound: true }

  it('says what it was for where it was for something', () => {
    for (const random of seeds) {
      expect(tellArrival(lexicon, { ...arrival, thing: 'both' }, random)).toMatch(/\bkitchen\b/)
      expect(tellArrival(lexicon, arrival, random)).not.toMatch(/found|\bit\b/)
    }
  })

  it('speaks of no search that was not made', () => {
    for (const random of seeds)
      expect(tellArrival(lexicon, { ...arrival, thing: 'it', isFound: false }, random)).not.toContain('found')
  })
})

describe('declineMissing', () => {
  it('says in the words of the request what cannot be found out', () => {
    const copy = {
      tool: 'cp',
      arguments: {
        source: { by: 'value', value: 'reply.docx' },
        destination: { by: 'value', value: 'older' },
      },
    } as const
    const lexicon = lexiconOf([builtIn.fileSystem])
    for (const random of seeds) {
      const text = declineMissing(lexicon, copy, ['find'], random)
      expect(text).toMatch(/reply\.docx is/)
      expect(text).toContain('folder')
      expect(text).not.toMatch(/\bpaths\b|\bdirectory\b/)
    }
  })
})
