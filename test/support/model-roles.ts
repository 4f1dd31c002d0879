import { worldsOf } from '../../src/catalog/index.js'
import type { Json } from '../../src/core/json.js'
import type { Journal, ResponseKey } from '../../src/core/run.js'
import type { Environment } from '../../src/environment/index.js'
import { createEndpoint, createTraffic, readingCalls, shaping } from '../../src/model/index.js'
import { createAsker, createBudget, type Recipe, ROLES, rolesOnModels } from '../../src/pipeline/index.js'
import type { ModelServer } from '../../src/testing/index.js'

/** A journal in memory. */
function memoryJournal(): Pick<Journal, 'response' | 'record'> & { readonly kept: Map<string, Json> } {
  const kept = new Map<string, Json>()
  const textOf = (key: ResponseKey): string => JSON.stringify(key)
  return {
    kept,
    response: (key) => kept.get(textOf(key)),
    record: (key, response) => void kept.set(textOf(key), response),
  }
}

/** A recipe whose roles, those that are named, are played by the model of a server. */
export function recipeOn(
  { url, model }: ModelServer,
  environments: readonly Environment[],
  played: readonly string[] = ROLES,
  journal: Pick<Journal, 'response' | 'record'> = memoryJournal(),
): Recipe {
  const endpoint = createEndpoint({ baseUrl: url, model, deadline: 20_000 })
  const traffic = createTraffic({ retries: 10, backoff: { first: 5, longest: 50 } })
  const client = readingCalls(shaping(traffic.over(endpoint)), 'native')
  const asker = createAsker({
    run: 'test',
    seed: 1,
    journal,
    models: Object.fromEntries(ROLES.map((role) => [role, { model: client, maxTokens: 1000 }])),
    budget: createBudget({}, { usd: 0, tokens: 0 }),
    signal: new AbortController().signal,
  })
  return {
    seed: 1,
    worlds: worldsOf(environments).slice(0, 1),
    turns: [1, 1],
    kmax: 1,
    rolesAt: (kind, place, onSpend) => rolesOnModels(kind, new Set(played), asker.at(place, onSpend)),
  }
}
