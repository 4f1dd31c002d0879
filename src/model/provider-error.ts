import { ModelError } from './model-error.js'

interface ProviderError {
  readonly message?: string
  readonly statusCode?: number
  readonly responseBody?: string
  readonly lastError?: unknown
  readonly cause?: unknown
  readonly name?: string
}

/** What the client library threw, as a `ModelError`; anything that is no provider's fault is returned as it is. */
export function modelErrorOf(thrown: unknown): unknown {
  const error = lastOf(thrown)
  if (!isProviderError(error)) return thrown
  const { statusCode, message = '' } = error
  if (statusCode === undefined) return new ModelError('unreachable', reasonOf(error))
  const said = `HTTP ${statusCode}: ${serverMessage(error.responseBody) ?? message}`
  if (statusCode < 400)
    return new ModelError('malformed', `HTTP ${statusCode} with a body that is no chat completion`, statusCode)
  return new ModelError(statusCode < 500 && statusCode !== 429 ? 'refused' : 'overloaded', said, statusCode)
}

function lastOf(thrown: unknown): unknown {
  const last = (thrown as ProviderError | undefined)?.lastError
  return last === undefined ? thrown : last
}

function isProviderError(error: unknown): error is ProviderError {
  const name = (error as ProviderError | undefined)?.name ?? ''
  return (
    name === 'AI_APICallError' ||
    name === 'AI_JSONParseError' ||
    name === 'AI_InvalidResponseDataError' ||
    name === 'AI_EmptyResponseBodyError'
  )
}

/** The innermost cause says more than "fetch failed". */
function reasonOf(error: ProviderError): string {
  let inner: ProviderError = error
  while (inner.cause instanceof Error) inner = inner.cause
  return inner.message || (inner as { code?: string }).code || 'no connection'
}

/** The words of an OpenAI-style error body, cut to one line. */
function serverMessage(body: string | undefined): string | undefined {
  if (!body) return undefined
  const match = /"(?:message|detail)"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)
  const text = match?.[1] ? String(JSON.parse(match[1])) : body
  return text.replace(/\s+/g, ' ').slice(0, 300)
}
