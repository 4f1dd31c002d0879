import type { Phrases } from '../../../environment/index.js'
import { placeIn } from '../endpoints.js'
import { type Operation, shownFields } from '../operations.js'
import type { Resources } from '../resources.js'
import type { Field } from '../field.js'
import { isSecret, textFormOf } from '../texts.js'
import { joined } from '../words.js'
import { slotOf, withValues } from './fields.js'
import { ownersIn } from './namings.js'

/** At most so many things that need not be said are said of something new. */
const EXTRAS = 2

/** How people ask for something new; undefined where they could not say all that it needs. */
export function creating(operation: Operation, resources: Resources): Phrases | undefined {
  const { resource, said } = operation
  const [one] = resource.noun
  const called = calledIn(operation)
  const values = said.map((field) => withValues(resource, resources, field))
  if (called === undefined || values.some((value) => value === undefined)) return undefined
  const extras = extrasOf(operation).flatMap((field) => withValues(resource, resources, field) ?? [])
  const base = values.flatMap((value) => value ?? [])
  const sets = [[], ...extras.map((extra) => [extra]), ...(extras.length === EXTRAS ? [extras] : [])]
  const tails = sets.map((extra) => joined([...base, ...extra])).map((all) => (all === '' ? '' : ` with ${all}`))
  const tail = tails.length === 1 ? (tails[0] ?? '') : `(${tails.toReversed().join('|')})`
  const whose = ownersIn(operation).map((owner) => (owner === '' ? '' : ` for ${owner}`))
  return {
    asks: whose.flatMap((owner) => [
      `(add|create|set up) a new ${one}${called}${owner}${tail}`,
      `I need a new ${one}${called}${owner}${tail}.`,
      `Can you (add|create|set up) a new ${one}${called}${owner}${tail}?`,
      `(enter|put in|make) a new ${one}${called}${owner}${tail}`,
      `There is a new ${one}${called}${owner}${tail}. Please add it.`,
      `We have a new ${one}${called}${owner}${tail}, can you add it?`,
      `I('d like| want) to (add|create|set up) a new ${one}${called}${owner}${tail}.`,
    ]),
    reports: reportsOfNew(operation),
    deeds: [`add the new ${one}`],
  }
}

/** What something new is called, as it stands behind it; undefined where nobody could say it. */
export function calledIn({ resource, title }: Operation): string | undefined {
  if (!title) return ''
  const slot = slotOf(resource, title)
  return slot === undefined ? undefined : ` called ${slot}`
}

/** Fields of something new that are said now and then. */
export function extrasOf({ body, said, title, resource }: Operation): readonly Field[] {
  return body
    .filter(
      (field) =>
        !said.some(({ name }) => name === field.name) &&
        field !== title &&
        !isSecret(field) &&
        field.shape.is !== 'truth',
    )
    .filter(
      (field) =>
        slotOf(resource, field) !== undefined &&
        !(field.shape.is === 'text' && textFormOf(field, resource.noun[0]) === 'quoted'),
    )
    .slice(0, EXTRAS)
}

function reportsOfNew(operation: Operation): readonly string[] {
  const { resource, endpoint, title } = operation
  const [one] = resource.noun
  // An id that people choose is no news to them.
  const isChosen = operation.body.some(({ name }) => name === resource.id.name)
  const showsId = !isChosen && shownFields(operation).some(({ name }) => name === resource.id.name)
  const named = title && slotOf(resource, title)
  const called = named === undefined ? '' : ` ${named}`
  if (!showsId) return [`The new ${one}${called} is in.`, `I've added the new ${one}${called}.`]
  const id = `<${placeIn(endpoint.response)}/${resource.id.name}>`
  return [
    `The new ${one}${called} is in, with the id ${id}.`,
    `I've added the ${one}${called}; its id is ${id}.`,
    `Done: the new ${one}${called} has the id ${id}.`,
  ]
}
