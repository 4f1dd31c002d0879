import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { ENVIRONMENTS } from '../../src/catalog/index.js'
import type { ConfigurationFile } from '../../src/catalog/index.js'
import { type ModelServer, type ModelServerOptions, startModelServer } from '../../src/testing/index.js'
import { openJournal, readManifest } from '../../src/store/index.js'
import { OWNER } from './results.js'

/** Starts model servers over all built-in environments; they close when the tests of the file are done. */
export function modelServers(): (options?: Partial<ModelServerOptions>) => Promise<ModelServer> {
  const started: ModelServer[] = []
  afterAll(async () => {
    await Promise.all(started.map((server) => server.close()))
  })
  return async (options = {}) => {
    const server = await startModelServer({ environments: [...ENVIRONMENTS.values()], retryAfter: 0, ...options })
    started.push(server)
    return server
  }
}

const EVERY_ROLE = ['tooling', 'querying', 'reasoning', 'critiquing'] as const

/** Writes a configuration file that gives roles, or all of them, one priced model behind the server. */
export function configurationFor(
  directory: string,
  { url, model }: Pick<ModelServer, 'url' | 'model'>,
  endpoint: Partial<NonNullable<ConfigurationFile['endpoints']>[string]> = {},
  roles: readonly (typeof EVERY_ROLE)[number][] = EVERY_ROLE,
): string {
  const file: ConfigurationFile = {
    endpoints: { here: { baseUrl: url, deadline: 20, retries: 12, ...endpoint } },
    models: { all: { endpoint: 'here', model, price: { input: 1, output: 3 }, maxTokens: 2000 } },
    roles: Object.fromEntries(roles.map((role) => [role, 'all'])),
  }
  const path = join(directory, 'turnsmith.config.ts')
  writeFileSync(path, `export default ${JSON.stringify(file)} as const\n`)
  return path
}

/** `Idempotency-Key`s of the answers that a run's journal holds. */
export function journaledIn(directory: string): string[] {
  const journal = openJournal(directory, readManifest(directory).run, OWNER)
  try {
    return [...journal.responses()].map(({ response }) => String((response as { readonly id?: string }).id))
  } finally {
    journal.close()
  }
}
