import type { Phrases } from '../../../environment/index.js'
import type { Operation } from '../operations.js'
import { wordsOf } from '../words.js'
import { namings, told } from './namings.js'

/** Why people want something gone. */
const REASONS = ["I'm tidying up.", 'We keep too much that nobody needs.', "I've asked around, and nobody objects."]

/** How people ask to have a thing deleted. */
export function removing(operation: Operation): Phrases {
  const thing = told(operation)
  return {
    asks: namings(operation).flatMap((one) => [
      `(delete|remove) ${one}`,
      `We don't need ${one} anymore, please (delete|remove) it.`,
      `${one} can be (deleted|removed).`,
      `I want ${one} (deleted|removed).`,
      `take ${one} off our records`,
      `get rid of ${one}`,
      `${one} has to go, please (delete|remove) it.`,
      `${one} should not be on record anymore.`,
      `Can you take ${one} off our records?`,
      `${one} was entered by mistake, please (delete|remove) it.`,
    ]),
    reports: [`I've deleted ${thing}.`, `${thing} is gone.`, `I removed ${thing} for you.`],
    reasons: REASONS,
    deeds: [`delete ${thing}`],
  }
}

/** How people ask for an action that leads to a state: to cancel, to return, to approve. */
export function moving(operation: Operation): Phrases | undefined {
  const { id, to, endpoint } = operation
  if (!id || !to) return undefined
  const thing = told(operation)
  const verb = wordsOf(endpoint.segments.at(-1) ?? '')
  const state = wordsOf(to.value)
  return {
    asks: namings(operation).flatMap((one) => [
      `${verb} ${one}`,
      `(set|mark) ${one} (to|as) ${state}`,
      `I want to ${verb} ${one}.`,
      `${one} should be ${state}.`,
      `Could you ${verb} ${one}?`,
      `I need you to ${verb} ${one}.`,
      `go ahead and ${verb} ${one}`,
      `I('d like| want) ${one} (to be |)marked as ${state}.`,
      `put ${one} down as ${state}`,
      `It's time to ${verb} ${one}.`,
    ]),
    reports: [`${thing} is ${state} now.`, `I've marked ${thing} as ${state}.`, `Done, ${thing} is ${state}.`],
    deeds: [`${verb} ${thing}`],
  }
}
