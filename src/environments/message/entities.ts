import type { EntityDefinition } from '../../environment/index.js'

/** How people name what a workspace is made of; ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  person: { noun: ['name', 'names'], form: 'name' },
  user: {
    noun: ['user id', 'user ids'],
    opaque: true,
    mentions: { 'user:equals': ['<value:name>', 'my colleague <value:name>', '<value:name> from work'] },
    earlier: ['the same person', 'that person', 'that contact', 'them'],
  },
  'workspace-account': { noun: ['own user id', 'own user ids'], form: 'word' },
  'message-id': { noun: ['message number', 'message numbers'], opaque: true, earlier: ['that message'] },
}
