import type { Phrases } from '../../../environment/index.js'
import { placeIn } from '../endpoints.js'
import { type Operation, shownFields } from '../operations.js'
import { joined, wordsOf } from '../words.js'
import { constantsOf, factsAmong, leaf, namesAmong } from './facts.js'
import { be } from './fields.js'
import { namings, told } from './namings.js'

/** So much is told of a thing that somebody asks about. */
const FACTS = 3

/** Why people want to know about something. */
const REASONS = [
  'Somebody called about it.',
  'A colleague keeps asking me.',
  'I want to be sure that what we have is right.',
  'I need it for a report.',
  "I don't trust my own notes.",
  "It's for the handover.",
]

/** How people ask about one thing; undefined where there is nothing to tell of it. */
export function getting(operation: Operation): Phrases | undefined {
  const { resource, endpoint } = operation
  const place = placeIn(endpoint.response)
  const shown = shownFields(operation)
  const facts = [...factsAmong(resource, shown), ...namesAmong(resource, shown)].slice(0, FACTS)
  if (facts.length === 0) return undefined
  const [first, ...others] = facts.map(
    (field) => `the ${wordsOf(field.name)} ${be(field)} ${leaf(resource, field, place)}`,
  )
  const [opening, ...rest] = facts
  const thing = told(operation)
  const of = opening
    ? [
        `The ${wordsOf(opening.name)} of ${thing} ${be(opening)} ${leaf(resource, opening, place)}`,
        ...rest.map((field) => `the ${wordsOf(field.name)} ${be(field)} ${leaf(resource, field, place)}`),
      ]
    : []
  return {
    asks: namings(operation).flatMap((one) => [
      `(look up|pull up|check) ${one}`,
      `(tell me|find out) what we have on ${one}`,
      `What do we have on ${one}?`,
      `I need the details of ${one}.`,
      `show me the details of ${one}`,
      `(give|get) me the details of ${one}`,
      `What's on record for ${one}?`,
      `What can you tell me about ${one}?`,
      `fill me in on ${one}`,
      `I('d like| want) to know more about ${one}.`,
      `(pull up|open|read me) the record of ${one}`,
      `How do things stand with ${one}?`,
      `I have a question about ${one}, what do we have on it?`,
    ]),
    answers: facts.map(({ name }) => `${place}/${name}`),
    texts: Object.fromEntries(facts.flatMap((field) => constantsOf(field, place))),
    reports: [
      `${joined(of)}.`,
      `For ${thing}, ${joined([first ?? '', ...others])}.`,
      `Here's ${thing}: ${facts.map((field) => `${wordsOf(field.name)} ${leaf(resource, field, place)}`).join(', ')}.`,
    ],
    reasons: REASONS,
    deeds: [`check ${thing}`],
  }
}
