import type { Phrases } from '../../../environment/index.js'
import type { Operation } from '../operations.js'
import type { Resources } from '../resources.js'
import { changing } from './changing.js'
import { creating } from './creating.js'
import { moving, removing } from './ending.js'
import { getting } from './getting.js'
import { listing } from './listing.js'

export { changesSaid } from './changing.js'
export { calledIn, extrasOf } from './creating.js'
export type { Fact } from './facts.js'
export { factsTold } from './getting.js'
export { filtersSaid, isOpen } from './listing.js'
export { named, told } from './namings.js'
export { isCondition, label, slotOf, withValues } from './fields.js'

/** How people ask for an operation and hear of its outcome; undefined where nobody could say all that it needs. */
export function phrasesOf(operation: Operation, resources: Resources): Phrases | undefined {
  switch (operation.does) {
    case 'list':
      return listing(operation, resources)
    case 'get':
      return getting(operation)
    case 'create':
      return creating(operation, resources)
    case 'update':
    case 'replace':
      return changing(operation, resources)
    case 'remove':
      return removing(operation)
    case 'transition':
      return moving(operation)
  }
}
