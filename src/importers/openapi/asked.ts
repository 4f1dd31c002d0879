import type { Operation } from './operations.js'

/**
 * An operation with what people ask of it: nothing where another is for the same and comes first, and of several that change
 * the same things each what those before it cannot.
 */
export function askedFor(operation: Operation, operations: readonly Operation[]): Operation | undefined {
  const { does, body } = operation
  if (does !== 'update' && does !== 'replace')
    return operations.find((other) => purposeOf(other) === purposeOf(operation)) === operation ? operation : undefined
  const changing = operations.filter((other) => isChange(other) && isAboutTheSame(operation, other)).toSorted(byReach)
  const before = changing.slice(0, changing.indexOf(operation)).flatMap((other) => other.body.map(({ name }) => name))
  // What an action is for, nobody asks for as the value of a field.
  const actions = operations.flatMap((other) =>
    other.to && other.resource === operation.resource ? [other.to.field.name] : [],
  )
  const left = body.filter(({ name }) => !before.includes(name) && !actions.includes(name))
  return does === 'replace' && before.some((name) => body.some((field) => field.name === name))
    ? undefined
    : { ...operation, body: left }
}

function isChange({ does }: Operation): boolean {
  return does === 'update' || does === 'replace'
}

/** What changes one thing at a time comes first, and of those what changes more. */
function byReach(one: Operation, other: Operation): number {
  return Number(one.does === 'replace') - Number(other.does === 'replace') || other.body.length - one.body.length
}

function isAboutTheSame(one: Operation, other: Operation): boolean {
  return one.resource === other.resource && one.owner?.resource === other.owner?.resource
}

/** What an operation is for, as text: two with the same are told apart by nothing that anybody would say. */
function purposeOf({ does, resource, owner, to, filters }: Operation): string {
  const needed = filters.filter(({ required }) => required).map(({ name }) => name)
  return JSON.stringify([does, resource.name, owner?.resource.name, to?.value, needed])
}
