import fc from 'fast-check'
import { LOOK_UPS, RETRIES } from '../../../src/language/conversation.js'
import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { extremeIn, type Request } from '../../../src/core/reference.js'
import { createScenario, type Environment } from '../../../src/environment/index.js'
import * as builtIn from '../../../src/environments/index.js'
import { buildGraph, knowledgeOf } from '../../../src/graph/index.js'
import { levelOf, lexiconOf, read, realise, REGISTERS, sayable, type Wording } from '../../../src/language/index.js'
import { daysSaidIn } from '../../../src/language/day-words.js'
import { correct, uncorrected } from '../../../src/language/noise/correction.js'
import { mistype, retype } from '../../../src/language/noise/typos.js'
import { NOISES } from '../../../src/language/noise/noise.js'
import { proposeRequests } from '../../../src/phases/graph-interaction/proposals.js'
import { seen } from '../../support/harbour.js'

const environments = Object.values(builtIn)
const worlds = [
  ...environments.map((one) => [one]),
  ...environments.flatMap((one, i) => environments.slice(i + 1).map((other) => [one, other])),
]

/** What people in one scenario of these environments could ask for, and why they are there. */
function wishes(
  world: readonly Environment[],
  seed: number,
  isSayable = (request: Request): boolean => sayable(lexiconOf(world), request),
): { requests: Request[]; openers: string[]; today: string } {
  const graph = buildGraph(world)
  const { world: start, userKnows, situations } = createScenario(world, createRng(`wishes${seed}`))
  const context = {
    graph,
    world: start,
    known: userKnows,
    knowledge: knowledgeOf(graph, seen([])),
    random: createRng(`proposals${seed}`),
    sayable: isSayable,
  }
  return {
    requests: [...graph.tools.values()].flatMap((tool) => proposeRequests(tool, context, 2)),
    openers: Object.values(situations).flat(),
    today: start.clock.slice(0, 10),
  }
}

interface Case {
  readonly requests: readonly Request[]
  readonly wording: Wording
  readonly today: string
  /** Index of its environments in `worlds`. */
  readonly world: number
}

const made = new Map<string, ReturnType<typeof wishes>>()

const cases = fc
  .record({
    world: fc.nat(worlds.length - 1),
    seed: fc.nat(2),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    register: fc.constantFrom(...REGISTERS),
    opener: fc.option(fc.nat()),
    words: fc.nat(1_000_000),
  })
  .map(({ world, seed, picks, register, opener, words }): Case | undefined => {
    const list = worlds[world] ?? []
    const key = `${world}:${seed}`
    const { requests: possible, openers, today } = made.get(key) ?? wishes(list, seed)
    made.set(key, { requests: possible, openers, today })
    const requests = picks.flatMap((pick) => possible[pick % possible.length] ?? [])
    const opening = opener === null ? undefined : openers[opener % openers.length]
    const lexicon = lexiconOf(list)
    const wording = realise(
      lexicon,
      requests,
      { voice: { register }, ...(opening === undefined ? {} : { opener: opening }) },
      createRng(words),
    )
    return wording && { requests, wording, world, today }
  })

describe('read(realise(requests))', () => {
  it('is requests again, in every world, every register, with one wish or two, opened or not', () => {
    let said = 0
    fc.assert(
      fc.property(cases, (one) => {
        if (!one) return
        said += 1
        const { requests, ambiguous, unread, spans } = read(lexiconOf(worlds[one.world] ?? []), one.wording.text)
        expect({ text: one.wording.text, requests, ambiguous, unread }).toEqual({
          text: one.wording.text,
          requests: one.requests,
          ambiguous: false,
          unread: [],
        })
        expect(spans.map(([from]) => from)).toEqual(one.wording.spans.map(([from]) => from))
      }),
      { seed: 3, numRuns: 220 },
    )
    expect(said).toBeGreaterThan(200)
  }, 60_000)

  it('marks the words that carry each value', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const { span, value, form, input } of one?.wording.mentions ?? []) {
          const words = one?.wording.text.slice(...span) ?? ''
          const [request = '', ...parameter] = input.split('/')
          const reference = one?.requests[Number(request)]?.arguments[parameter.join('/')]
          expect(words).not.toBe('')
          const isLater = reference?.by === 'earlier' || / price$|trades at now$/.test(words)
          expect(form).toBe(extremeIn(reference) ? 'superlative' : isLater ? 'anaphora' : 'literal')
          expect(reference?.by === 'earlier' || isLater ? null : reference?.value).toEqual(value)
          if (!isLater && typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(value) && reference?.by === 'field')
            expect(words).toContain(value)
        }
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})

/** Two wishes for each condition that an environment declares, where this scenario has such; the limit is any. */
function conditional(world: readonly Environment[], seed: number, limit: number): (readonly Request[])[] {
  const { requests: possible } = wishes(world, seed, () => true)
  const declared = world.flatMap(({ definition }) => definition.conversation?.conditionals ?? [])
  return declared.flatMap(({ tool, does, same, at, test, limit: word }) => {
    const first = possible.find((request) => request.tool === tool && sayable(lexiconOf(world), request))
    const shared = Object.entries(same).flatMap(([parameter, from]) => {
      const reference = first?.arguments[from]
      return reference ? [[parameter, reference] as const] : []
    })
    const only = { of: 0, at, test, limit: word ?? limit }
    return possible.flatMap((request): (readonly Request[])[] => {
      const second = { tool: does, arguments: { ...request.arguments, ...Object.fromEntries(shared) }, only }
      return first && request.tool === does && sayable(lexiconOf(world), second) ? [[first, second]] : []
    })
  })
}

describe('a wish that hangs on what another finds out', () => {
  it('is read back with what it hangs on, for every declared condition, in every register, through every noise', () => {
    const said = new Set<string>()
    const worldsWith = environments.filter(({ definition }) => definition.conversation?.conditionals)
    const numbers = fc.record({ seed: fc.nat(4), words: fc.nat(1_000_000), limit: fc.integer({ min: 1, max: 9000 }) })
    fc.assert(
      fc.property(fc.constantFrom(...worldsWith), numbers, (environment, { seed, words, limit }) => {
        const lexicon = lexiconOf([environment])
        for (const requests of conditional([environment], seed, limit)) {
          const register = REGISTERS[words % REGISTERS.length] ?? 'plain'
          const wording = realise(lexicon, requests, { voice: { register } }, createRng(words))
          const noisy = NOISES.map(({ apply }) => wording && apply(wording, createRng(words), undefined))
          for (const { text } of [wording, ...noisy].flatMap((one) => one ?? []))
            expect({ text, ...read(lexicon, text) }).toMatchObject({ text, requests, ambiguous: false, unread: [] })
          said.add(JSON.stringify([requests[1]?.tool, requests[1]?.only?.at, requests[1]?.only?.test]))
        }
      }),
      { seed: 9, numRuns: 60 },
    )
    const declared = worldsWith.flatMap(({ definition }) => definition.conversation?.conditionals ?? [])
    for (const { does, at, test } of declared) expect([...said]).toContain(JSON.stringify([does, at, test]))
  }, 60_000)

  it('means nothing without the wish that it hangs on', () => {
    const lexicon = lexiconOf([builtIn.mini])
    const text = 'If it weighs less than 2000 grams, send it over to the Mill Lane branch. Otherwise just tell me.'
    const [request] = read(lexicon, text).requests
    expect(lexicon.tools).not.toContain(request?.tool)
  })
})

describe('realise', () => {
  it('gives the same words for the same stream, and varies over streams', () => {
    const lexicon = lexiconOf(environments)
    const [request] = wishes(environments.slice(0, 1), 0).requests
    const words = (seed: number): string | undefined =>
      request && realise(lexicon, [request], { voice: { register: 'plain' } }, createRng(seed))?.text
    expect(words(1)).toBe(words(1))
    expect(new Set(Array.from({ length: 30 }, (_, seed) => words(seed))).size).toBeGreaterThan(5)
  })

  it('never lets the user be the one who does what is done for them', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(one?.wording.text ?? '').not.toMatch(
          /\b(?:I(?:'d (?:like|love)| need| want) to|Need to|Let's|help(?:ing)? me) \w+ me\b/,
        )
      }),
      { seed: 5, numRuns: 150 },
    )
  })

  it('says nothing where no wording can', () => {
    const lexicon = lexiconOf(environments)
    expect(
      realise(lexicon, [{ tool: 'no_such_tool', arguments: {} }], { voice: { register: 'plain' } }, createRng(1)),
    ).toBeUndefined()
    expect(
      realise(
        lexicon,
        [{ tool: 'send_to_branch', arguments: { parcel_id: { by: 'value', value: 'P1' } } }],
        { voice: { register: 'plain' } },
        createRng(1),
      ),
    ).toBeUndefined()
  })
})

describe('read', () => {
  it('finds nothing in small talk, and names value-like words that it cannot place', () => {
    const lexicon = lexiconOf(environments)
    expect(read(lexicon, 'Good morning, how are you?')).toMatchObject({ requests: [], unread: [], ambiguous: false })
    expect(read(lexicon, 'Room 12, please, and "a note".').unread).toEqual(['12,', '"a note"'])
  })

  it('understands what was asked for again, and only after something was', () => {
    const lexicon = lexiconOf([builtIn.mini])
    const { requests } = wishes([builtIn.mini], 0)
    const request = requests.find(({ tool }) => tool === 'get_parcel') as Request
    const text = realise(lexicon, [request], { voice: { register: 'plain' } }, createRng(1))?.text ?? ''
    for (const again of [...RETRIES, ...LOOK_UPS]) {
      expect(read(lexicon, again, [text])).toMatchObject({ requests: [request], follows: 'retry' })
      expect(read(lexicon, again).requests).toEqual([])
    }
  })
})

describe('noise', () => {
  it('of every kind is read through, in every world, and says how much of it there is', () => {
    const applied = new Map<string, number>()
    fc.assert(
      fc.property(cases, fc.nat(1_000_000), (one, seed) => {
        const lexicon = lexiconOf(worlds[one?.world ?? 0] ?? [])
        if (!one) return
        for (const { name, apply } of NOISES) {
          const noisy = apply(one.wording, createRng(seed), one.today)
          if (noisy.text === one.wording.text) continue
          applied.set(name, (applied.get(name) ?? 0) + 1)
          const { requests, ambiguous, unread } = read(lexicon, noisy.text, [], one.today)
          const text = noisy.text
          expect({ text, requests, ambiguous, unread }).toEqual({
            text,
            requests: one.requests,
            ambiguous: false,
            unread: [],
          })
          expect(levelOf(name, noisy.text, one.today)).toBeGreaterThan(0)
          expect(Number.isInteger(levelOf(name, noisy.text, one.today))).toBe(true)
          noisy.mentions.forEach(({ span, form, value }, i) => {
            const said = noisy.text.slice(...span)
            if (form === 'relative-date') expect(daysSaidIn(said, one.today).map(({ date }) => date)).toEqual([value])
            else expect(said).toBe(one.wording.text.slice(...(one.wording.mentions[i]?.span ?? [0, 0])))
          })
        }
      }),
      { seed: 5, numRuns: 150 },
    )
    for (const { name } of NOISES) expect([name, (applied.get(name) ?? 0) > 5]).toEqual([name, true])
  }, 60_000)

  it('of several kinds at once is read through', () => {
    fc.assert(
      fc.property(cases, fc.nat(1_000_000), (one, seed) => {
        if (!one) return
        const noisy = NOISES.reduce(
          (wording, { name, apply }) => apply(wording, createRng(seed).fork(name), one.today),
          one.wording,
        )
        expect(read(lexiconOf(worlds[one.world] ?? []), noisy.text, [], one.today).requests).toEqual(one.requests)
      }),
      { seed: 6, numRuns: 60 },
    )
  }, 60_000)

  it('inside a quotation is what was dictated', () => {
    const words = retype('Giv them "Taht is waht I dont know" wth it. I dont knw.')
    expect(words).toBe('Give them "Taht is waht I dont know" with it. I don\'t know.')
  })

  it('misspells words in several ways, each of which means one word, and leaves polite messages alone', () => {
    const wording = (text: string): Wording => ({ text, mentions: [], spans: [[0, text.length]] })
    const text = "Show me what's there, I don't know which number that should have."
    const texts = new Set<string>()
    for (let seed = 0; seed < 200; seed++) {
      const noisy = mistype(wording(text), createRng(`typo${seed}`))
      expect(retype(noisy.text)).toBe(text)
      expect(noisy.spans).toEqual([[0, noisy.text.length]])
      expect([1, 2]).toContain(levelOf('typos', noisy.text))
      texts.add(noisy.text)
    }
    expect([...texts].some((one) => one.includes('whats') || one.includes('dont'))).toBe(true)
    expect(texts.size).toBeGreaterThan(15)
    expect(mistype(wording(`Please ${text}`), createRng(1)).text).toBe(`Please ${text}`)
  })

  it('that puts something right does so where the sentence ends', () => {
    const text = 'Fly on May 1, 2027. Then tell me.'
    const mention = { span: [7, 18], input: '0/date', value: '2027-05-01', form: 'literal', referents: 1 } as const
    const wording: Wording = {
      text,
      mentions: [mention],
      spans: [
        [0, 18],
        [20, 32],
      ],
    }
    const noisy = correct(wording, createRng(1))
    expect(noisy.text).toMatch(/^Fly on May \d+, 2027\. [A-Z].* May 1, 2027\. Then tell me\.$/)
    expect(noisy.text.slice(...(noisy.mentions[0]?.span ?? [0, 0]))).toBe('May 1, 2027')
    expect(noisy.text.slice(...(noisy.spans[1] ?? [0, 0]))).toBe('Then tell me')
    const joined = 'Fly on May 1, 2027 and tell me.'
    expect(
      correct(
        {
          text: joined,
          mentions: [mention],
          spans: [
            [0, 18],
            [23, 30],
          ],
        },
        createRng(1),
      ).text,
    ).toBe(joined)
  })

  it('that puts right what is said twice is not guessed at', () => {
    for (const text of [
      'Fly on May 1, 2027 or on May 2, 2027. Actually, make it May 3, 2027.',
      'Fly soon. Actually, make it May 3, 2027.',
    ])
      expect(uncorrected(text)).toBe(text)
    expect(uncorrected('Fly on May 1, 2027. Actually, make it May 3, 2027.')).toBe('Fly on May 3, 2027.')
    expect(uncorrected('Fly on May 1, 2027. Actually, make it May 3, 2027. Then tell me.')).toBe(
      'Fly on May 3, 2027. Then tell me.',
    )
    expect(uncorrected('Fly. Actually, make it May 3, 2027. Not on May 1, 2027.')).toBe(
      'Fly. Actually, make it May 3, 2027. Not on May 1, 2027.',
    )
  })
})
