import { type EntityDefinition, sharedEntities } from '../../environment/index.js'

/** How people name what a workspace is made of; ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  ...sharedEntities,
  person: { noun: ['name', 'names'], form: 'name' },
  user: {
    noun: ['workspace id', 'workspace ids'],
    opaque: true,
    mentions: { 'user:equals': ['<value:name>', '<value:name> from work'] },
    earlier: ['the same person', 'that person', 'that contact', 'them'],
    newest: ['that last person', 'the person from just now'],
  },
  'workspace-account': { noun: ['workspace account', 'workspace accounts'], form: 'word' },
  'message-id': { noun: ['message number', 'message numbers'], opaque: true, earlier: ['that message'] },
}
