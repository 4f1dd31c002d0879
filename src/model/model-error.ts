/**
 * Why a model gave no answer. `unreachable`: no HTTP response. `refused`: the endpoint says the request is wrong (4xx).
 * `overloaded`: it kept failing (429, 5xx) through all retries. `malformed`: its response is not what the protocol says.
 */
export type ModelFailure = 'unreachable' | 'refused' | 'overloaded' | 'malformed'

export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  readonly status: number | undefined

  constructor(failure: ModelFailure, message: string, status?: number) {
    super(message)
    this.failure = failure
    this.status = status
  }
}
