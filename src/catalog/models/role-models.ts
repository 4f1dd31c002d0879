import {
  type ChatModel,
  createEndpoint,
  createTraffic,
  type EndpointOptions,
  readingCalls,
  shaping,
  type Traffic,
  type TrafficCounts,
} from '../../model/index.js'
import { UsageError } from '../../core/errors.js'
import type { RoleModel } from '../../pipeline/index.js'
import type { Speakers } from './choose.js'
import type { Speaker } from './schema.js'

/** Models ready to be asked, and what went over the wires to them. */
export interface RoleModels {
  readonly models: { readonly [role: string]: RoleModel }
  readonly counts: () => { readonly [baseUrl: string]: TrafficCounts }
}

/** Where requests go instead of over the wire. */
export type Way = NonNullable<EndpointOptions['way']>

/** Connects every role with its model: one client for each model, one traffic for each endpoint. */
export function connect(
  speakers: Speakers,
  environment: { readonly [name: string]: string | undefined },
  way?: Way,
): RoleModels {
  const traffics = new Map<string, Traffic>()
  const clients = new Map<string, ChatModel>()
  const clientOf = (speaker: Speaker): ChatModel => {
    const { baseUrl, concurrency, retries, structured, toolCalls } = speaker.endpoint
    const traffic = traffics.get(baseUrl) ?? createTraffic({ concurrency, retries })
    traffics.set(baseUrl, traffic)
    const key = JSON.stringify([speaker.model, speaker.endpoint])
    const known = clients.get(key)
    if (known) return known
    const wire = traffic.over(endpointOf(speaker, environment, way))
    const client = readingCalls(shaping(wire, structured === 'prompt'), toolCalls)
    clients.set(key, client)
    return client
  }
  return {
    models: Object.fromEntries(
      Object.entries(speakers).map(([role, speaker]): [string, RoleModel] => [
        role,
        {
          model: clientOf(speaker),
          maxTokens: speaker.maxTokens,
          ...(speaker.temperature === undefined ? {} : { temperature: speaker.temperature }),
          ...(speaker.price ? { price: speaker.price } : {}),
        },
      ]),
    ),
    counts: () => Object.fromEntries([...traffics].map(([baseUrl, traffic]) => [baseUrl, traffic.counts()])),
  }
}

function endpointOf(
  { model, endpoint: { kind, baseUrl, key, deadline, seeded } }: Speaker,
  environment: { readonly [name: string]: string | undefined },
  way: Way | undefined,
): ChatModel {
  const apiKey = environment[key]
  return createEndpoint({
    kind,
    baseUrl,
    model,
    deadline: deadline * 1000,
    ...(apiKey ? { apiKey } : {}),
    ...(seeded ? {} : { unseeded: true }),
    ...(way ? { way } : {}),
  })
}

/** Refuses a cap in dollars where some price is not known. */
export function assertPriced(speakers: Speakers, maxCost: number | undefined): void {
  const unpriced = Object.values(speakers).find((speaker) => speaker.price === undefined)
  if (maxCost === undefined || !unpriced) return
  throw new UsageError(
    '--max-cost',
    `the price of '${unpriced.model}' is not known, so nothing can be kept below $${maxCost}`,
    'Give it a price in turnsmith.config.ts, or use --max-tokens.',
  )
}
