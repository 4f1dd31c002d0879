import { type EntityDefinition, sharedEntities } from '../../environment/index.js'

/** How people name what a workspace is made of; ids are for tools only. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  ...sharedEntities,
  person: { noun: ['name', 'names'], form: 'name' },
  user: {
    noun: ['user id', 'user ids'],
    opaque: true,
    mentions: { 'user:equals': ['<value:name>'] },
    named: ['<user>', '<user_name>', '<value>'],
    earlier: ['them', 'that person'],
  },
  'workspace-account': { noun: ['workspace account', 'workspace accounts'], form: 'word' },
  'message-id': { noun: ['message number', 'message numbers'], opaque: true, earlier: ['that message'] },
}
