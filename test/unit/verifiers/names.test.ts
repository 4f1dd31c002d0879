import { describe, expect, it } from 'vitest'
import { environmentsNamed, worldsOf } from '../../../src/catalog/index.js'
import type { HardQuery } from '../../../src/core/hard-query.js'
import { createScenario } from '../../../src/environment/index.js'
import { createRng } from '../../../src/core/random.js'
import { verifyNames } from '../../../src/verifiers/names.js'
import { present } from '../../support/rows.js'

const { environments, semantics } = present(worldsOf(environmentsNamed(['travel', 'message'], 'this test'))[0])
const start = createScenario(environments, createRng(1).fork('scenario')).world

const TEXT =
  'Write to Esther Albrecht that I have booked the flight to Greenfield, and give me the address of the office.'

const invented = (answer: string): string[] => {
  const query: HardQuery = { text: TEXT, easy: '', mentions: [], spans: [], noise: [], writer: 'model' }
  const value = { currency: 'RUB', contact: 'office@greenfield.example', on: '2026-07-03' }
  const calls = [{ id: 'a', name: 'look', arguments: {} }]
  const steps = [
    { content: '', calls, results: [{ callId: 'a', value }] },
    { content: answer, calls: [], results: [] },
  ]
  const messages = [{ role: 'system', content: 'Today is Friday.' }] as const
  return verifyNames({ ...semantics, turn: 0, start, messages, query, steps }).map((reason) =>
    'text' in reason ? reason.text : reason.kind,
  )
}

describe('what an answer names', () => {
  it.each([
    'I wrote to Esther that the flight to Greenfield is booked. The address is office@greenfield.example.',
    'Sent to Esther Albrecht on Friday, July 3, 2026. **Booking Details**: see the Sent Messages of your account.',
    "I've told Ms Albrecht. Please note that Economy Class was charged to the Credit Card.",
    'Done. It cost 500 Roubles; It is not refundable.',
    'Sorry, I can only send Messages. Which Airport would you like?',
  ])('is what was said or shown, or a word of the tools: %s', (answer) => {
    expect(invented(answer)).toEqual([])
  })

  it.each([
    ['I wrote to Esther and to Nadia Brecht.', ['Nadia Brecht']],
    ['Nadia Brecht confirmed that the flight is booked.', ['Nadia Brecht']],
    ['I sent it, and Bartholomew will call you.', ['Bartholomew']],
    ['The address is esther.albrecht@mail.example.', ['esther.albrecht@mail.example']],
    ['Sent; I have told @greenfield_desk too.', ['@greenfield_desk']],
    ['The flight to Oxbridgeton is booked.', ['Oxbridgeton']],
  ])('is refused where nobody said or showed it: %s', (answer, names) => {
    expect(invented(answer)).toEqual(names)
  })
})
