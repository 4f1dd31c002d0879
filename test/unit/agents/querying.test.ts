import { describe, expect, it } from 'vitest'
import type { QueryingInput } from '../../../src/agents/index.js'
import type { HardQuery } from '../../../src/core/hard-query.js'
import { createRng } from '../../../src/core/random.js'
import { read } from '../../../src/language/index.js'
import { BOOK, deskTurn, kind, SEND } from '../../support/desk.js'

const send = await deskTurn([SEND])
const book = await deskTurn([BOOK])
const SITUATIONS = ['The cellar is full.', 'We are moving out.']

type Change = Partial<Extract<QueryingInput, { tool: object }>>

async function write(seed: number, change: Change = {}): Promise<HardQuery | undefined> {
  const { tool, inputs } = await kind.roles.tooling.abstract(send.context.trace, 0)
  return kind.roles.querying.write({
    tool,
    inputs,
    turn: 0,
    situations: SITUATIONS,
    register: 'plain',
    random: createRng(seed),
    ...change,
  })
}

const many = (change: Change = {}, length = 25): Promise<(HardQuery | undefined)[]> =>
  Promise.all(Array.from({ length }, (_, seed) => write(seed, change)))

describe('the procedural querying agent', () => {
  it('writes queries that read back as the requests, each with its words marked', async () => {
    for (const query of await many()) {
      const { requests, spans } = read(kind.semantics.lexicon, query?.text ?? '')
      expect(requests).toEqual(send.context.trace.requests)
      expect(query?.spans).toHaveLength(spans.length)
      expect(query?.mentions.map(({ value }) => value).toSorted()).toEqual(['Ada Dahl', 'Canal Walk'])
    }
  })

  it('names no step, where the easy query names all', async () => {
    for (const query of await many()) {
      expect(query?.text).not.toMatch(/list.branches|find.parcel|P101|B52/)
      expect(query?.easy).toMatch(/find.parcel.*list.branches|list.branches.*find.parcel/)
    }
  })

  it('opens a first message at times with why the person is here, later ones never', async () => {
    const opened = (queries: readonly (HardQuery | undefined)[]): number =>
      queries.filter((query) => SITUATIONS.some((situation) => query?.text.startsWith(situation))).length
    const first = opened(await many({}, 150))
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(20)
    expect(opened(await many({ turn: 1 }, 150))).toBe(0)
  })

  it('notes the noise that it added', async () => {
    for (const query of await many({ register: 'warm' })) {
      expect(query?.noise).toContainEqual({ operator: 'register:warm', level: 1 })
      expect(query?.noise.some(({ operator }) => operator === 'situation')).toBe(
        SITUATIONS.some((situation) => query?.text.startsWith(situation)),
      )
    }
  })

  it('is silent where no wording says it unmistakably', async () => {
    const { tool } = await kind.roles.tooling.abstract(book.context.trace, 0)
    expect(await write(1, { tool, inputs: { parcel_id_recipient: 'Mei Torres', day: 'soon' } })).toBeUndefined()
  })
})
