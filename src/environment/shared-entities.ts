import type { EntityDefinition } from './definition.js'

/** Types of values that pass between environments: what one shows, another takes. */
export const sharedEntities: { readonly [entity: string]: EntityDefinition } = {
  text: {
    noun: ['text', 'texts'],
    apart: true,
    earlier: ['that text', 'that same text', 'the text you just showed me'],
    newest: ['the text you showed me last', 'that last text'],
  },
}
