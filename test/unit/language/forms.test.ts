import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import { formNamed } from '../../../src/language/index.js'
import { defaultForm, joinList, wordsForm } from '../../../src/language/forms.js'

const words = fc.stringMatching(/^[A-Za-z]{1,8}$/)
const capital = fc.stringMatching(/^[A-Z][a-z]{1,7}$/)
const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const amount = fc.oneof(
  fc.nat(10_000_000),
  fc.nat(1_000_000).map((cents) => cents / 100),
)

const two = (n: number): string => String(n).padStart(2, '0')

const FORMS: readonly (readonly [form: string, values: fc.Arbitrary<Json>])[] = [
  ['quoted', fc.string().filter((text) => !(text.includes('"') && text.includes("'")))],
  ['name', fc.array(capital, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))],
  ['word', fc.stringMatching(/^[\w@#/][\w@.#/:+-]{0,6}[\w@#/]$/)],
  ['file', fc.stringMatching(/^\w[\w.-]{0,8}\w$/)],
  ['digits', fc.stringMatching(/^\d{1,9}$/)],
  ['number', fc.oneof(fc.integer({ min: -10_000_000, max: 10_000_000 }), amount)],
  ['money', amount],
  ['count-gallon', amount],
  ['count-city-cities', fc.nat(3)],
  ['date', day],
  [
    'moment',
    fc.tuple(day, fc.nat(23), fc.nat(59)).map(([date, hour, minute]) => `${date}T${two(hour)}:${two(minute)}:00Z`),
  ],
  ['text', fc.stringMatching(/^[A-Za-z][A-Za-z ,]{0,20}[a-z]$/)],
  ['quoted-list', fc.array(words, { minLength: 1, maxLength: 4 })],
  ['name-list', fc.array(capital, { minLength: 1, maxLength: 4 })],
  ['word-list', fc.array(fc.stringMatching(/^[b-z]{1,6}$/), { minLength: 1, maxLength: 4 })],
  ['file-list', fc.array(fc.stringMatching(/^[b-z]{1,6}\.txt$/), { minLength: 1, maxLength: 4 })],
  ['number-list', fc.array(fc.nat(999), { minLength: 1, maxLength: 4 })],
  ['digits-list', fc.array(fc.stringMatching(/^\d{1,4}$/), { minLength: 1, maxLength: 4 })],
]

describe.each(FORMS)('the form %s', (form, values) => {
  it('parses what it writes, and its pattern matches all of it', () => {
    const { write, parse, pattern } = formNamed(form)
    fc.assert(
      fc.property(values, fc.nat(), (value, seed) => {
        const text = write(value, createRng(seed))
        expect(text).toMatch(new RegExp(`^(?:${pattern})$`))
        expect(parse(text)).toEqual(value)
      }),
      { seed: 5, numRuns: 100 },
    )
  })
})

describe('forms', () => {
  it('write dates in several ways, with the ending of the day', () => {
    const { write, parse } = formNamed('date')
    const texts = (value: string): string[] =>
      [...new Set(Array.from({ length: 40 }, (_, seed) => write(value, createRng(seed))))].toSorted()
    expect(texts('2026-03-01')).toEqual(['1 March 2026', 'March 1, 2026', 'March 1st, 2026'])
    expect(texts('2026-03-11')).toContain('March 11th, 2026')
    expect(texts('2026-03-22')).toContain('March 22nd, 2026')
    expect(texts('2026-03-13')).toContain('March 13th, 2026')
    expect(parse('March 2026')).toBeUndefined()
  })

  it('read grouped numbers', () => {
    expect(formNamed('number').parse('1,234,567.5')).toBe(1234567.5)
    expect(formNamed('money').parse('$1,200')).toBe(1200)
  })

  it('say closed sets of values in words', () => {
    const form = wordsForm({ business: ['business', 'business class'], first: ['first class'] })
    const said = new Set(Array.from({ length: 20 }, (_, seed) => form.write('business', createRng(seed))))
    expect([...said].toSorted()).toEqual(['business', 'business class'])
    expect([form.parse('Business class'), form.parse('first class'), form.parse('economy')]).toEqual([
      'business',
      'first',
      undefined,
    ])
    expect('in business class'.match(new RegExp(form.pattern))?.[0]).toBe('business class')
  })

  it('are chosen by type where nobody chose one', () => {
    expect([
      defaultForm('integer'),
      defaultForm(['number', 'null']),
      defaultForm('array'),
      defaultForm('string'),
      defaultForm(undefined),
    ]).toEqual(['number', 'number', 'quoted-list', 'quoted', 'quoted'])
  })

  it('join lists as people do', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinList)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('have names, and an unknown one is refused with those there are', () => {
    expect(() => formNamed('roman')).toThrow("no written form 'roman'; known: quoted, name")
  })
})
