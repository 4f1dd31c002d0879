import type { EntityDefinition } from './definition.js'

/** Types of values that pass between environments: what one shows, another takes. */
export const sharedEntities: { readonly [entity: string]: EntityDefinition } = {
  text: {
    noun: ['text', 'texts'],
    apart: true,
    earlier: ['that text', 'what you just showed me', 'the text you just showed me'],
    newest: ['the text you showed me last', 'what you showed me last'],
  },
}
