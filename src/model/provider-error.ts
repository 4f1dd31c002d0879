import { ModelError } from './model-error.js'

interface ProviderError {
  readonly message?: string
  readonly statusCode?: number
  readonly responseHeaders?: { readonly [name: string]: string }
  readonly responseBody?: string
  readonly cause?: unknown
  readonly name?: string
}

/** What the client library threw, as a `ModelError`; anything that is no provider's fault is returned as it is. */
export function modelErrorOf(thrown: unknown): unknown {
  if (!isProviderError(thrown)) return thrown
  const { statusCode, message = '' } = thrown
  if (statusCode === undefined || wasCutOff(thrown)) return new ModelError('unreachable', reasonOf(thrown))
  const said = `HTTP ${statusCode}: ${serverMessage(thrown.responseBody) ?? message}`
  if (statusCode < 400)
    return new ModelError('malformed', `HTTP ${statusCode} with a body that is no chat completion`, statusCode)
  const failure = statusCode < 500 && statusCode !== 429 && statusCode !== 408 ? 'refused' : 'overloaded'
  return new ModelError(failure, said, statusCode, retryAfterOf(thrown.responseHeaders))
}

const NAMES = ['AI_APICallError', 'AI_JSONParseError', 'AI_InvalidResponseDataError', 'AI_EmptyResponseBodyError']

function isProviderError(error: unknown): error is ProviderError {
  const { name = '', message = '' } = (error ?? {}) as ProviderError
  // `terminated` is what fetch calls a connection that closed in the middle of a body.
  return NAMES.includes(name) || (name === 'TypeError' && /terminated|fetch failed/.test(message))
}

/** A good start of a response whose rest never came. */
function wasCutOff({ statusCode, responseBody, cause }: ProviderError): boolean {
  if (statusCode === undefined || statusCode >= 400) return false
  if (cause instanceof TypeError && /terminated/.test(cause.message)) return true
  return responseBody !== undefined && /^\s*\{/.test(responseBody) && !/\}\s*$/.test(responseBody)
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

/** `Retry-After` in milliseconds: seconds or a date, or the finer `retry-after-ms` of some providers. */
function retryAfterOf(headers: ProviderError['responseHeaders']): number | undefined {
  const exact = Number(headers?.['retry-after-ms'] ?? Number.NaN)
  if (Number.isFinite(exact)) return Math.max(0, exact)
  const said = headers?.['retry-after']
  if (said === undefined) return undefined
  const wait = /^\s*\d+(\.\d+)?\s*$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
