/**
 * Why a model gave no answer. `unreachable`: no whole HTTP response, in time. `refused`: the endpoint says the request is
 * wrong (4xx). `overloaded`: it cannot answer now (429, 5xx). `malformed`: its response is not what the protocol says.
 */
export type ModelFailure = 'unreachable' | 'refused' | 'overloaded' | 'malformed'

/**
 * How an answer that may have been made, and charged for, was lost on its way: it had not come in time, its connection ended
 * before it was whole, or what came whole is none.
 */
export type LostBy = 'deadline' | 'cut' | 'malformed'

export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  readonly status: number | undefined
  /** How long the endpoint asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined
  /** Absent where the endpoint says that it made no answer, or cannot have got the request. */
  readonly lost: LostBy | undefined

  constructor(
    failure: ModelFailure,
    message: string,
    details: { readonly status?: number; readonly retryAfter?: number | undefined; readonly lost?: LostBy } = {},
  ) {
    super(message)
    this.failure = failure
    this.status = details.status
    this.retryAfter = details.retryAfter
    this.lost = details.lost
  }
}
