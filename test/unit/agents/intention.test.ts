import { describe, expect, it } from 'vitest'
import { intentionOf } from '../../../src/agents/reasoning/intention.js'
import { worldKind } from '../../../src/catalog/worlds.js'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import type { Environment } from '../../../src/environment/index.js'
import * as builtIn from '../../../src/environments/index.js'
import { knowledgeOf, type PlannedCall } from '../../../src/graph/index.js'
import { visibleOf } from '../../../src/language/index.js'

/** What a planned look-up is taken to be for, at the beginning of a conversation. */
function intentionIn(environment: Environment, request: Request, call: Omit<PlannedCall, 'request'>) {
  const { graph, lexicon } = worldKind([environment]).semantics
  const visible = visibleOf(lexicon, [{ role: 'user', content: 'Please.' }], environment.specs)
  const outlook = { graph, lexicon, requests: [request], knowledge: knowledgeOf(graph, visible) }
  return intentionOf(outlook, { ...call, request: 0 }, createRng(1))
}

const source = { from: 'result', turn: 0, call: 0, path: '/x' } as const

describe('what a look-up is said to be about', () => {
  it('is called by its name where people call it so, wherever the name was found', () => {
    const { arguments: args } = intentionIn(
      builtIn.posting,
      { tool: 'retweet', arguments: { tweet_id: { by: 'field', field: 'content', match: 'contains', value: 'rain' } } },
      {
        tool: 'get_user_tweets',
        arguments: { username: 'ada' },
        bindings: [{ at: '/username', value: 'ada', source }],
        purpose: { kind: 'lookup', entity: 'tweet', by: { field: 'content', value: 'rain' }, for: 'retweet' },
      },
    )
    expect(args).toEqual({ username: { by: 'value', value: 'ada' } })
  })

  it('is pointed back at where only tools have a number for it', () => {
    const { arguments: args } = intentionIn(
      builtIn.mini,
      { tool: 'send_to_branch', arguments: { parcel_id: { by: 'earlier' }, branch_id: { by: 'earlier' } } },
      {
        tool: 'get_parcel',
        arguments: { parcel_id: 'P1' },
        bindings: [{ at: '/parcel_id', value: 'P1', source }],
        purpose: { kind: 'lookup', entity: 'branch', for: 'send_to_branch' },
      },
    )
    expect(args).toEqual({ parcel_id: { by: 'earlier' } })
  })
})
