import type { Json, JsonObject, JsonSchema } from '../core/json.js'
import type { Pointer } from '../core/pointer.js'
import type { Condition } from '../core/reference.js'
import type { Rule } from '../core/rule.js'
import type { CandidateContext } from './known.js'

/** How people ask for a tool without saying one of its parameters, and the one question that such a message deserves. */
export interface Incomplete {
  readonly tool: string
  readonly parameter: string
  /** Patterns as in `Phrases.asks`, without the parameter. */
  readonly asks: readonly string[]
  /** Questions; `<options>` is where the choices go, where there are any to offer. */
  readonly questions: readonly string[]
}

/** A near miss: something about the same things that no tool does. */
export interface Unsupported {
  readonly name: string
  readonly asks: readonly string[]
  /** Entity type of each slot. */
  readonly entities?: { readonly [slot: string]: string }
  /** What is asked for, as a verb phrase: 'choose seats'. */
  readonly what: string
  /** What comes near it and a tool does: sentences that offer that, where it is on offer. */
  readonly instead?: { readonly tool: string; readonly says: readonly string[] }
  /** Words that every tool which does this would have in its name, description or parameters. */
  readonly words: readonly string[]
}

/** A refusal that ends a wish: the tool is asked for rightly and says no. */
export interface Limit<State = never> {
  readonly tool: string
  /** The error's code. */
  readonly code: string
  /** How its text is recognised, as the source of a regular expression. */
  readonly reads: string
  /** Assignments that a person could ask for and that are refused in this state. */
  readonly candidates: (context: CandidateContext<State>) => readonly JsonObject[]
  /** What stands in the way, as clauses; slots as in reports, from the arguments and the error's value. */
  readonly says: readonly string[]
  /** What was not done: 'Nothing was booked'. */
  readonly undone: readonly string[]
}

/** A rule that a system prompt may lay down about a tool. */
export interface RuleDefinition {
  readonly name: string
  readonly tool: string
  readonly parameter?: string
  readonly test: Rule['test']
  readonly limits: readonly Json[]
  /** The line of the system prompt; `<limit:form>` where the limit goes. */
  readonly line: string
  /** The same as a clause, for the refusal: 'orders of more than <limit:number> shares are not allowed'. */
  readonly says: string
  /** The line of a prompt that allows what a rule without a limit forbids. */
  readonly permits?: string
}

/** A tool that stands beside the real ones in a tool list and does something else. It cannot be called. */
export interface Sibling {
  readonly name: string
  readonly description: string
  readonly parameters: JsonSchema
  /** Words of what sets it apart: whoever wants it would use one of them. */
  readonly apart: readonly string[]
}

/** How people change their mind about what a tool has just done for them. */
export interface Revision {
  readonly tool: string
  readonly parameter: string
  /** What must be taken back first; absent where doing it again with another value amends it. */
  readonly undo?: { readonly tool: string; readonly arguments: { readonly [parameter: string]: UndoArgument } }
  /** Patterns with the parameter as their only slot. */
  readonly asks: readonly string[]
}

/** `earlier`: the thing that the first call made. `same`: the argument that was said before. */
export type UndoArgument = 'earlier' | { readonly same: string }

/**
 * How people make one wish hang on what another finds out: "See what it costs. If it is less than 400 dollars, put it on my
 * watchlist." What decides is a number against a limit that they say (`<limit:form>`), or a word against `limit`.
 */
export interface Conditional {
  readonly name: string
  /** The tool that finds out, and the leaf of its result that decides: one that the state holds as it is. */
  readonly tool: string
  readonly at: Pointer
  /** What people call that leaf: 'price'. */
  readonly noun: string
  readonly test: Condition['test']
  /** Where the test is `is`: the word, and what else the leaf may say. */
  readonly limit?: Json
  readonly others?: readonly Json[]
  /** How people say what the leaf may be, where the leaf itself is a constant that nobody says. */
  readonly words?: { readonly [value: string]: string }
  /** Clauses that say it holds: 'it costs less than <limit:money>'. */
  readonly says: readonly string[]
  /** The same as a question without a verb: 'less than <limit:money>'. */
  readonly short?: readonly string[]
  /** What is done then: a tool that changes something. */
  readonly does: string
  /** Parameters of that which are what the first wish said, by the first tool's parameter. */
  readonly same: { readonly [parameter: string]: string }
  /** Verb phrases for it that leave those out. */
  readonly asks: readonly string[]
  /** What the assistant says did not happen, as clauses: 'I left it off your watchlist'. */
  readonly undone: readonly string[]
}

/** What conversations about an environment hold beside requests that are complete and possible. */
export interface Conversation<State = never> {
  readonly incomplete?: readonly Incomplete[]
  readonly unsupported?: readonly Unsupported[]
  readonly limits?: readonly Limit<State>[]
  readonly rules?: readonly RuleDefinition[]
  readonly siblings?: readonly Sibling[]
  readonly revisions?: readonly Revision[]
  readonly conditionals?: readonly Conditional[]
}
