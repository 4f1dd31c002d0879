import { DigitLimitError, ParseError } from '../../text/index.js'
import { PythonError } from './python-error.js'
import { type Unsupported, UnsupportedError, unsupportedOf } from './unsupported.js'

/** What one call text came to. */
export interface Execution {
  /** What the caller sees. */
  readonly text: string
  /** An exception ended the call. */
  readonly raised: boolean
  /** Set where the original's text may be another. */
  readonly unsupported?: Unsupported
}

/** What the text of every exception begins with. */
export const PREFIX = 'Error during execution: '

/** Ends a call whose tool raised: the tool's value is the whole text. */
export class Raised extends Error {
  override readonly name = 'Raised'
  readonly code: string

  constructor(text: string, code: string) {
    super(text)
    this.code = code
  }
}

/** What the caller sees of an exception; anything that is not one of the original's is a bug and goes on. */
export function raisedBy(error: unknown): Execution {
  if (error instanceof Raised) return raised(error.message, unsupportedOf(error.code))
  if (error instanceof PythonError || error instanceof DigitLimitError) return raised(PREFIX + error.message)
  if (error instanceof UnsupportedError) return raised(PREFIX + error.message, error.what)
  if (error instanceof ParseError) return raised(PREFIX + error.message, error.unsupported ? 'python-form' : undefined)
  throw error
}

function raised(text: string, unsupported?: Unsupported): Execution {
  return { text, raised: true, ...(unsupported ? { unsupported } : {}) }
}
