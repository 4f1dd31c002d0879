import type { BatchAnswer, BatchRequest } from '../core/batch.js'
import { isObject, type Json, type JsonObject } from '../core/json.js'

/** A line of a file of results: an answer, or why there is none; asked again, the endpoint may give one. */
export type BatchResult = { readonly id: string } & ({ readonly answer: BatchAnswer } | { readonly error: string })

/** The request of a batch that stands for what would go over the wire; undefined where it has no key. */
export function batchRequestOf(init: RequestInit | undefined): BatchRequest | undefined {
  const id = new Headers(init?.headers).get('idempotency-key')
  if (id === null) return undefined
  const body = JSON.parse(String(init?.body)) as Json
  return { custom_id: id, method: 'POST', url: '/v1/chat/completions', body }
}

/** A `fetch` that takes the answers to requests from a batch, and goes another way where that has none. */
export function fetchFromBatch(
  answerTo: (id: string) => BatchAnswer | undefined,
  otherwise: typeof fetch,
): typeof fetch {
  return (input, init) => {
    const answer = answerTo(new Headers(init?.headers).get('idempotency-key') ?? '')
    if (!answer) return otherwise(input, init)
    const headers = { 'content-type': 'application/json' }
    return Promise.resolve(new Response(answer.body, { status: answer.status, headers }))
  }
}

/** Refusals that are about the request itself: the same again would get the same. */
const ABOUT_REQUEST: ReadonlySet<number> = new Set([400, 413, 422])

/** Reads a line of what OpenAI's batches and `vllm run-batch` write; undefined where it is none. */
export function readBatchResult(line: string): BatchResult | undefined {
  const value = objectIn(line)
  const id = value?.['custom_id']
  if (!value || typeof id !== 'string') return undefined
  const { response = null, error = null } = value
  if (isObject(response) && Array.isArray(response['choices'])) return { id, answer: answered(200, response) }
  const status = isObject(response) ? Number(response['status_code']) : Number.NaN
  const body = isObject(response) ? (response['body'] ?? error) : error
  if (status === 200 && error === null && isObject(body)) return { id, answer: answered(200, body) }
  if (ABOUT_REQUEST.has(status)) return { id, answer: answered(status, body) }
  const { code = null } = isObject(error) ? error : {}
  return { id, error: code === null ? `HTTP ${status || 'nothing'}` : String(code) }
}

function answered(status: number, body: Json): BatchAnswer {
  return { status, body: JSON.stringify(body) }
}

function objectIn(line: string): JsonObject | undefined {
  try {
    const value = JSON.parse(line) as Json
    return isObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
