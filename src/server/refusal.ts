/** Why a request is refused; each protocol has its own word and number for it. */
export type RefusalCode = 'invalid' | 'unknown-task' | 'unknown-session' | 'unproved' | 'over' | 'capacity'

/** A request that cannot be met: the caller's doing, told to the caller. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

/** HTTP statuses of refusals. */
export const STATUS = {
  invalid: 422,
  'unknown-task': 404,
  'unknown-session': 404,
  unproved: 409,
  over: 409,
  capacity: 503,
} as const satisfies { readonly [code in RefusalCode]: number }
