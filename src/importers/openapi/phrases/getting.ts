import type { Phrases } from '../../../environment/index.js'
import { placeIn } from '../endpoints.js'
import { type Operation, shownFields } from '../operations.js'
import { joined } from '../words.js'
import { constantsOf, type Fact, factsAmong, namesAmong } from './facts.js'
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

/** What is told of a thing that somebody asks about. */
export function factsTold(operation: Operation): readonly Fact[] {
  const { resource, endpoint } = operation
  const [place, shown] = [placeIn(endpoint.response), shownFields(operation)]
  return [...factsAmong(resource, shown, place), ...namesAmong(resource, shown, place)].slice(0, FACTS)
}

/** How people ask about one thing; undefined where there is nothing to tell of it. */
export function getting(operation: Operation): Phrases | undefined {
  const facts = factsTold(operation)
  const [opening] = facts
  if (!opening) return undefined
  const thing = told(operation)
  const clauses = facts.map((fact) => `the ${fact.words} ${fact.be} ${fact.slot}`)
  const first = `The ${opening.words} of ${thing} ${opening.be} ${opening.slot}`
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
    answers: facts.map(({ at }) => at),
    texts: Object.fromEntries(facts.flatMap(constantsOf)),
    reports: [
      `${joined([first, ...clauses.slice(1)])}.`,
      `For ${thing}, ${joined(clauses)}.`,
      `Here's ${thing}: ${facts.map(({ words, slot }) => `${words} ${slot}`).join(', ')}.`,
    ],
    reasons: REASONS,
    deeds: [`check ${thing}`],
  }
}
