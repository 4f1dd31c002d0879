import type { Json } from './json.js'

/** A request of a batch, as OpenAI's batch files and `vllm run-batch` have it. */
export interface BatchRequest {
  /** The same for the same question of the same run, always. */
  readonly custom_id: string
  readonly method: 'POST'
  readonly url: string
  readonly body: Json
}

/** What an endpoint said to a request of a batch: the HTTP response that it would have given. */
export interface BatchAnswer {
  readonly status: number
  readonly body: string
}
