import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import { realise } from '../../../src/language/index.js'
import { kind, WEIGH, WEIGH_IT } from '../../support/desk.js'

const CANCEL: Request = { tool: 'cancel_pickup', arguments: { pickup_code: { by: 'earlier' } } }
const said = (requests: readonly Request[], before?: readonly Request[]): string =>
  Array.from(
    { length: 60 },
    (_, seed) =>
      realise(kind.semantics.lexicon, requests, { voice: { register: 'plain' }, before: before ?? [] }, createRng(seed))
        ?.text ?? '-',
  ).join('\n')

describe('"it"', () => {
  it('stands for what the message before was about', () => {
    expect(said([WEIGH_IT], [WEIGH])).toMatch(/\bit\b/i)
  })

  it('stands for what the same message was just about', () => {
    expect(said([WEIGH, WEIGH_IT])).toMatch(/\bit\b/i)
  })

  it('stands for nothing that other messages have come in between', () => {
    const text = said([WEIGH_IT], [CANCEL])
    expect(text).not.toMatch(/\bit\b/i)
    expect(text).toMatch(/that parcel/i)
  })
})
