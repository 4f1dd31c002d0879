import { ModelError } from './model-error.js'

/** Errors of a request that never got as far as the endpoint. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|.*_CERT.*)$/

/**
 * A `fetch` that resolves when the whole body has come. An answer may take `milliseconds` to begin, and one that has begun as
 * many again, so that nothing is given up while it is being delivered. Fails with `ModelError` ('unreachable').
 */
export function fetchWhole(milliseconds: number): typeof fetch {
  return async (input, init) => {
    const outer = init?.signal ?? undefined
    const controller = new AbortController()
    const abort = (): void => controller.abort(outer?.reason)
    if (outer?.aborted) abort()
    outer?.addEventListener('abort', abort, { once: true })
    const clock = startClock(milliseconds, () => controller.abort())
    try {
      const response = await fetch(input, { ...init, signal: controller.signal })
      clock.restart()
      const { status, headers } = response
      const body = await response.text()
      if (response.ok && isCutShort(body)) throw cut('the body ends in the middle of its object')
      return new Response(body === '' ? null : body, { status, headers })
    } catch (error) {
      if (clock.over())
        throw new ModelError('unreachable', `no answer within ${milliseconds / 1000} s`, { lost: 'deadline' })
      throw outer?.aborted ? error : connectionErrorOf(error)
    } finally {
      clock.stop()
      outer?.removeEventListener('abort', abort)
    }
  }
}

interface Clock {
  restart(): void
  stop(): void
  over(): boolean
}

const TICKS = 16

/** Time in which this process was too busy to read counts as one tick, however long it was: the answer may be there. */
function startClock(milliseconds: number, onOver: () => void): Clock {
  let [ticks, over, stopped] = [0, false, false]
  const end = (): void => {
    if (stopped || ticks < TICKS) return
    over = true
    onOver()
  }
  const timer = setInterval(() => {
    ticks += 1
    // What has come in the meantime is read before the last word is spoken.
    if (ticks === TICKS) setImmediate(end)
  }, milliseconds / TICKS)
  return {
    restart: () => (ticks = 0),
    stop() {
      stopped = true
      clearInterval(timer)
    },
    over: () => over,
  }
}

/** A good start of an object whose rest never came, where no length was promised. */
function isCutShort(body: string): boolean {
  return /^\s*\{/.test(body) && !/\}\s*$/.test(body)
}

function cut(message: string): ModelError {
  return new ModelError('unreachable', message, { lost: 'cut' })
}

interface ConnectionError {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly cause?: unknown
}

/** What `fetch` threw, as a `ModelError`; the innermost cause says more than "fetch failed". */
function connectionErrorOf(error: unknown): unknown {
  if (!(error instanceof TypeError) || !/fetch failed|terminated/.test(error.message)) return error
  let inner: ConnectionError = error
  while (inner.cause instanceof Error) inner = inner.cause
  const reason = inner.message || inner.code || 'no connection'
  return NEVER_SENT.test(inner.code ?? '') ? new ModelError('unreachable', reason) : cut(reason)
}
