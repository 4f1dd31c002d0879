import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/calendar.js'
import { createRng } from '../../../src/core/random.js'
import { lexiconOf, read, todayOf } from '../../../src/language/index.js'
import { daysSaidIn, dayWordsFor } from '../../../src/language/day-words.js'
import { denoised } from '../../../src/language/noise/noise.js'
import { relate, relativeDatesIn } from '../../../src/language/noise/relative-dates.js'
import { tellToday, todayIn } from '../../../src/language/today.js'
import { travel } from '../../../src/environments/index.js'

const days = fc.nat(2000).map((after) => addDays('2025-06-01', after))

describe('the day of a system prompt', () => {
  it('reads back as it was told, and is looked for nowhere else', () => {
    fc.assert(
      fc.property(days, (today) => {
        expect(todayIn(`You help. ${tellToday(today)} No more.`)).toBe(today)
      }),
    )
    expect(tellToday('2026-10-22')).toBe('Today is Thursday, 22 October 2026.')
    expect(todayOf([{ role: 'user', content: tellToday('2026-10-22') }])).toBeUndefined()
  })
})

describe('words for a day', () => {
  it('mean the day they were said for, whatever day it is, and no two days have the same', () => {
    fc.assert(
      fc.property(days, (today) => {
        const meant = new Map<string, string>()
        for (let ahead = -3; ahead < 400; ahead++) {
          const date = addDays(today, ahead)
          for (const { words } of dayWordsFor(date, today)) {
            expect(daysSaidIn(`Fly ${words}.`, today)).toMatchObject([{ words, date }])
            expect(meant.get(words) ?? date).toBe(date)
            meant.set(words, date)
          }
        }
      }),
      { seed: 3, numRuns: 15 },
    )
  })

  it('are none that two people could understand differently', () => {
    const said = (today: string, ahead: number): string[] =>
      dayWordsFor(addDays(today, ahead), today).map(({ words }) => words)
    const [sunday, wednesday] = ['2026-10-25', '2026-10-28']
    for (let ahead = -3; ahead < 400; ahead++)
      for (const today of [sunday, wednesday])
        expect(said(today, ahead).join()).not.toMatch(/\bnext (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|^today/)
    expect(said(sunday, 5)).not.toContain('Friday next week')
    expect(said(wednesday, 11)).not.toContain('Sunday next week')
    expect(said(wednesday, 7)).not.toContain('Wednesday')
    expect(said(wednesday, 5)).not.toContain('this Monday')
    expect(said(wednesday, 360)).toEqual([])
  })

  it('are not looked for in what is quoted, in dates with their year and in names', () => {
    const today = '2026-10-22'
    for (const text of [
      'Post "See you tomorrow".',
      'Fly on May 3, 2027.',
      'Fly on 3 May 2027.',
      'Fly on May 10th, 2027.',
      'Open tomorrow.txt.',
      'Search for #tomorrow.',
    ])
      expect([text, relativeDatesIn(text, today)]).toEqual([text, []])
  })
})

describe('a date said by where it lies from today', () => {
  const today = '2026-10-22'
  const wording = (text: string, said: string, value: string): Parameters<typeof relate>[0] => {
    const at = text.indexOf(said)
    return {
      text,
      spans: [[0, text.length - 1]],
      mentions: [{ span: [at, at + said.length], input: '0/travel_date', value, form: 'literal', referents: 1 }],
    }
  }
  const ways = (text: string, said: string, value: string): Set<string> =>
    new Set(Array.from({ length: 60 }, (_, seed) => relate(wording(text, said, value), createRng(seed), today).text))

  it('leaves no "on" behind, and is taken back', () => {
    const texts = ways('Fly on October 23, 2026 with it.', 'October 23, 2026', '2026-10-23')
    expect([...texts].toSorted()).toEqual(['Fly on the 23rd of this month with it.', 'Fly tomorrow with it.'])
    for (const text of texts) expect(denoised(text, today)).toBe('Fly on October 23, 2026 with it.')
    const amended = ways('Make that October 30, 2026 instead.', 'October 30, 2026', '2026-10-30')
    expect(amended).toContain('Make that eight days from now instead.')
    for (const text of amended) expect(denoised(text, today)).toBe('Make that October 30, 2026 instead.')
    expect([...amended].join('\n')).not.toMatch(/that in\b/)
  })

  it('may put another one right', () => {
    expect(denoised('Fly on October 28, 2026. Actually, make it tomorrow.', today)).toBe('Fly on October 23, 2026.')
  })

  it('means nothing to whoever does not know the day, and another date on another day', () => {
    const lexicon = lexiconOf([travel])
    const asked = 'What would a flight from Rivermist to Stonebrook on October 23, 2026 cost in economy?'
    const [request] = read(lexicon, asked).requests
    const relative = asked.replace('on October 23, 2026', 'tomorrow')
    expect(read(lexicon, relative, [], today).requests).toEqual([request])
    expect(read(lexicon, relative).requests).toEqual([])
    expect(read(lexicon, relative, [], '2026-10-23').requests).not.toEqual([request])
  })

  it('is no date where a wish does not need one', () => {
    const reminder = 'Schedule a message to Anna for tomorrow.'
    expect(read(lexiconOf([travel]), reminder, [], today)).toEqual(read(lexiconOf([travel]), reminder))
  })
})
