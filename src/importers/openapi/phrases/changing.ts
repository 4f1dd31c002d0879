import type { Phrases } from '../../../environment/index.js'
import type { Operation } from '../operations.js'
import type { Resource, Resources } from '../resources.js'
import type { Field } from '../field.js'
import { joined } from '../words.js'
import { be, isCondition, label, newValue, slotOf, withValues } from './fields.js'
import { namings, told } from './namings.js'

/** So many fields are changed in one wish at most. */
const TOGETHER = 4

/** What a wish to change something says: one field, or all of those that the operation cannot do without. */
export function changesSaid({ body, said, resource }: Operation): readonly (readonly Field[])[] {
  const isSaid = (field: Field): boolean => slotOf(resource, field) !== undefined
  if (said.length > 1)
    return said.length <= TOGETHER && said.every(isSaid) && said.every(({ shape }) => shape.is !== 'truth')
      ? [said]
      : []
  return body
    .filter(
      (field) => isSaid(field) && field.name !== resource.key?.name && said.every(({ name }) => name === field.name),
    )
    .map((field) => [field])
}

/** How people ask for a change; undefined where nothing that they could say may change. */
export function changing(operation: Operation, resources: Resources): Phrases | undefined {
  const { resource } = operation
  const sets = changesSaid(operation)
  if (sets.length === 0) return undefined
  const thing = told(operation)
  return {
    asks: namings(operation).flatMap((one) =>
      sets.flatMap((fields) =>
        fields.length === 1
          ? fields.flatMap((field) => changesOf(resource, resources, field, one))
          : changesTogether(resource, resources, fields, one),
      ),
    ),
    reports: sets.flatMap((fields) =>
      fields.length === 1
        ? fields.flatMap((field) => changeTold(resource, resources, field, thing))
        : changesTold(resource, resources, fields, thing),
    ),
    deeds: [`update ${thing}`],
  }
}

function changesTogether(
  resource: Resource,
  resources: Resources,
  fields: readonly Field[],
  one: string,
): readonly string[] {
  const values = joined(fields.flatMap((field) => withValues(resource, resources, field) ?? []))
  return [
    `(update|change) ${one}: it should have ${values}`,
    `Can you update ${one}? It should have ${values}.`,
    `${one} should have ${values}.`,
    `(give|get) ${one} ${values}`,
    `I('d like| want) ${one} to have ${values}.`,
  ]
}

function changesTold(
  resource: Resource,
  resources: Resources,
  fields: readonly Field[],
  thing: string,
): readonly string[] {
  const values = joined(fields.flatMap((field) => withValues(resource, resources, field) ?? []))
  return [`I've updated ${thing}; it now has ${values}.`, `${thing} is updated.`, `I've made the changes to ${thing}.`]
}

function changeTold(resource: Resource, resources: Resources, field: Field, thing: string): readonly string[] {
  const said = newValue(resource, resources, field)
  const words = label(field)
  if (isCondition(field)) return [`I've marked ${thing} as ${said}.`, `${thing} is marked as ${said} now.`]
  return [
    `The ${words} of ${thing} ${be(field)} now ${said}.`,
    `I've changed the ${words} of ${thing} to ${said}.`,
    `I've set the ${words} of ${thing} to ${said}.`,
  ]
}

function changesOf(resource: Resource, resources: Resources, field: Field, one: string): readonly string[] {
  const value = newValue(resource, resources, field)
  const words = label(field)
  if (isCondition(field))
    return [
      `mark ${one} as ${value}`,
      `set ${one} to ${value}`,
      `Can you mark ${one} as ${value}?`,
      `${one} should be marked as ${value}.`,
      `put ${one} down as ${value}`,
      `${one} is ${value} now, please (note that|put that down).`,
      `I('d like| want) ${one} (to be |)marked as ${value}.`,
      `record that ${one} is ${value}`,
    ]
  return [
    `(change|set|update) the ${words} of ${one} to ${value}`,
    `The ${words} of ${one} should be ${value}.`,
    `Can you (change|set) the ${words} of ${one} to ${value}?`,
    `(put down|enter|record) ${value} as the ${words} of ${one}`,
    ...(field.shape.is === 'number' ? [] : [`make ${value} the ${words} of ${one}`]),
    `I('d like| want) the ${words} of ${one} to be ${value}.`,
    `The ${words} of ${one} changed to ${value}, please update that.`,
    `For ${one} the ${words} ${be(field)} now ${value}, please (note that|put that down).`,
    `We have the wrong ${words} for ${one}, it should be ${value}.`,
  ]
}
