import { ModelError } from './model-error.js'

interface ProviderError {
  readonly message?: string
  readonly statusCode?: number
  readonly responseHeaders?: { readonly [name: string]: string }
  readonly responseBody?: string
  readonly name?: string
}

/** What the client library threw, as a `ModelError`; anything that is no provider's fault is returned as it is. */
export function modelErrorOf(thrown: unknown): unknown {
  if (!isProviderError(thrown)) return thrown
  const { statusCode, message = '' } = thrown
  if (statusCode === undefined || statusCode < 400)
    return new ModelError('malformed', `HTTP ${statusCode ?? 200} with a body that is no chat completion`, {
      status: statusCode ?? 200,
      lost: 'malformed',
    })
  const said = `HTTP ${statusCode}: ${serverMessage(thrown.responseBody) ?? message}`
  const failure = statusCode < 500 && statusCode !== 429 && statusCode !== 408 ? 'refused' : 'overloaded'
  return new ModelError(failure, said, { status: statusCode, retryAfter: retryAfterOf(thrown.responseHeaders) })
}

const NAMES = ['AI_APICallError', 'AI_JSONParseError', 'AI_InvalidResponseDataError', 'AI_EmptyResponseBodyError']

function isProviderError(error: unknown): error is ProviderError {
  return NAMES.includes((error as ProviderError | undefined)?.name ?? '')
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
