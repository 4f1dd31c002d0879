import { exchange, type Incoming, type Outgoing } from './exchange.js'
import { ModelError } from './model-error.js'
import { wholeResponse } from './whole-response.js'

/** Errors of a request that never got as far as the endpoint. */
const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_.*|.*_CERT.*)$/

/**
 * A `fetch` that resolves when the whole body has come. An answer may take `milliseconds` to begin, and one that has begun as
 * many again, so that nothing is given up while it is being delivered. Fails with `ModelError` ('unreachable'; 'refused'
 * where the endpoint has moved).
 */
export function fetchWhole(milliseconds: number): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal
    signal?.throwIfAborted()
    const { incoming, abort } = exchange(outgoingOf(input, init), () => clock.restart())
    const clock = startClock(milliseconds, abort)
    signal?.addEventListener('abort', abort, { once: true })
    try {
      return responseOf(await incoming)
    } catch (error) {
      if (clock.over())
        throw new ModelError('unreachable', `no answer within ${milliseconds / 1000} s`, { lost: 'deadline' })
      signal?.throwIfAborted()
      throw connectionErrorOf(error)
    } finally {
      clock.stop()
      signal?.removeEventListener('abort', abort)
    }
  }
}

/** What the client library hands to its `fetch`: an address, plain headers and a text. */
function outgoingOf(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Outgoing {
  const { method = 'GET', headers, body } = init
  if (input instanceof Request || typeof body !== 'string')
    throw new TypeError('fetchWhole takes an address and a text as body')
  return { url: String(input), method, headers: Object.fromEntries(new Headers(headers)), body }
}

function responseOf({ status, headers, body }: Incoming): Response {
  const moved = status >= 300 && status < 400 && headers.find(([name]) => name.toLowerCase() === 'location')
  if (moved) throw new ModelError('refused', `HTTP ${status}: the endpoint has moved to ${moved[1]}`, { status })
  if (status < 300 && isCutShort(body)) throw cut('the body ends in the middle of its object')
  return wholeResponse(body, { status, headers })
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

/** What an exchange failed with, as a `ModelError`; anything that is no error of the connection is returned as it is. */
function connectionErrorOf(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined || error instanceof ModelError) return error
  const reason = message || code
  return NEVER_SENT.test(code) ? new ModelError('unreachable', reason) : cut(reason)
}
