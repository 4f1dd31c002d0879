/**
 * Why a model gave no answer. `unreachable`: no whole HTTP response, in time. `refused`: the endpoint says the request is
 * wrong (4xx). `overloaded`: it cannot answer now (429, 5xx). `malformed`: its response is not what the protocol says.
 */
export type ModelFailure = 'unreachable' | 'refused' | 'overloaded' | 'malformed'

export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  readonly status: number | undefined
  /** How long the endpoint asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined

  constructor(failure: ModelFailure, message: string, status?: number, retryAfter?: number) {
    super(message)
    this.failure = failure
    this.status = status
    this.retryAfter = retryAfter
  }
}
