import { ToolError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import { formatRepr } from '../../text/python.js'
import { type State, type Tweet, tweetAt } from './state.js'

/** An exception that ends the call. */
export function raised(code: string, text: string): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

/** Refuses where nobody is signed in; `doing` says what for, as the text has it. */
export function requireSession({ authenticated }: State, doing: string): void {
  if (!authenticated) throw new ToolError('not-authenticated', { error: `User not authenticated. Please authenticate before ${doing}.` })
}

/** The tweet of an id, or the refusal that there is none. */
export function requireTweet(from: State, id: Json): Tweet {
  const found = tweetAt(from, id)
  if (!found) throw new ToolError('not-found', { error: `Tweet with ID ${typeof id === 'string' ? id : formatRepr(id)} not found.` })
  return found
}
