import type * as z from 'zod'
import type { Json, JsonObject, JsonSchema } from '../core/json.js'
import type { Pointer } from '../core/pointer.js'
import type { Rng } from '../core/random.js'
import type { Effect } from '../core/tool.js'
import type { Cast } from './cast.js'
import type { Conversation } from './conversation.js'
import type { Generator } from './generator.js'
import type { CandidateContext, Known } from './known.js'
import type { TextContent } from './text-content.js'

/** What a tool's `run` works with. */
export interface ToolContext<State, Arguments> {
  /** The state before the call, plain and not to be written. */
  readonly state: State
  /** A writable view of the state, made on first use. Reading `state` is ten times cheaper: call this only to write. */
  readonly draft: () => State
  readonly args: Arguments
  /** Draws advance the environment's `generator` state. */
  readonly random: Generator
  /** The simulated time, ISO 8601 without zone. */
  readonly clock: string
}

export interface ToolDefinition<State = never, Arguments = never> {
  readonly description: string
  /** Checked by the law suite, not believed. */
  readonly effect: Effect
  readonly parameters: z.ZodObject
  readonly returns?: z.ZodType
  /** Session conditions that must hold, by name (see `EnvironmentDefinition.conditions`). */
  readonly requires?: readonly string[]
  /** Session conditions that hold after a success; with arguments, after a call that has these. */
  readonly establishes?: readonly string[] | { readonly [condition: string]: JsonObject }
  readonly revokes?: readonly string[]
  /** The session condition of which its answer tells whether it holds. */
  readonly tells?: string
  /** The parameter that names a thing which is done with after a success: cancelled, closed for good. */
  readonly ends?: string
  /** The tool whose effect it takes back, when both are about the same thing. */
  readonly reverts?: string
  /** The parameter that names a thing for which nobody wants this twice, whatever else differs: a flight that is insured. */
  readonly once?: string
  /** Joint argument assignments a caller could sensibly use in this state; parameters left out are for tools to find. */
  readonly candidates?: (context: CandidateContext<State>) => readonly JsonObject[]
  /** How a person asks for it and hears about it (procedural querying and answering). */
  readonly phrases?: Phrases
  /** Why no wish can be about it, where that is so: it always fails, it repeats what it is told. */
  readonly deadEnd?: string
  readonly run: (context: ToolContext<State, Arguments>) => Json
}

/**
 * How people talk about a tool. Patterns: `(a|b|)` alternatives, nestable, an empty one makes the rest optional;
 * `<parameter>` what the user says for that argument; in reports also `</pointer>` a leaf of the result.
 * A pattern that ends in `.`, `?` or `!` is a whole sentence; others are verb phrases in the base form ("book a seat ...").
 */
export interface Phrases {
  /** Ways to ask for it. Readable back without loss: two tools must never share a wording. */
  readonly asks: readonly string[]
  /** More such ways, that say what it is for: of a thing that nobody has spoken of before. */
  readonly occasions?: readonly string[]
  /** Why somebody asks for it, as sentences that fit whatever is asked and name no wish; now and then one goes before the ask. */
  readonly reasons?: readonly string[]
  /** Result leaves (pointer patterns) the user wants to hear when asking so; none for pure actions. */
  readonly answers?: readonly string[]
  /**
   * Ways to tell the outcome. Forms of their own: `</pointer:items>` a line for each item, `</pointer:thing-user>` a thing by
   * its name, `:you` and `:whose` for accounts, of which one may be the user's, `:not` and `:yes` for truths, `:named` what
   * a text of `texts` names and `:nothing` (no words) where it names nothing.
   */
  readonly reports: readonly string[]
  /** Texts of the result by place, which an answer tells in its own words. */
  readonly texts?: { readonly [place: Pointer]: readonly TextContent[] }
  /** Where a call was to add what `parameter` says and the last item of the list at `to` is another: how to tell that it was there before. */
  readonly unchanged?: { readonly parameter: string; readonly to: Pointer; readonly says: readonly string[] }
  /** What is worth adding to the outcome. */
  readonly besides?: readonly Beside[]
  /** What it comes to in few words, as verb phrases in the base form with the thing at hand: 'message <receiver_id>'. */
  readonly deeds?: readonly string[]
  /** Ways to tell one item of a list, pointers from the item on, `<key:form>` what it is filed under. */
  readonly items?: readonly string[]
  /** Ways to tell that it was done on the way to something else: 'pressed the brake pedal'. */
  readonly asides?: readonly string[]
}

/** A sentence that goes with an outcome: where a session condition is known not to hold, or an earlier turn has called another tool about the same. */
export interface Beside {
  readonly without?: string
  /** The tool whose earlier result `says` takes its leaves from, and the arguments that both calls share. */
  readonly after?: { readonly tool: string; readonly same: readonly string[] }
  readonly says: readonly string[]
}

/** How values of an entity type are named by people. */
export interface EntityDefinition {
  /** Singular and plural, for reasoning and questions: ['card', 'cards']. */
  readonly noun: readonly [string, string]
  /** Only tools produce such values (ids, codes, tokens); a user describes the thing instead. */
  readonly opaque?: boolean
  /** The written form of a value said outright; see `language/forms`. Default: `quoted` for texts, `number` for numbers. */
  readonly form?: string
  /** Said words for closed sets of values: { business: ['business', 'business class'] }. */
  readonly words?: { readonly [value: string]: readonly string[] }
  /** Descriptions by field and match, `<value:form>` where the said part goes: { 'card_number:ends-with': ['the card ending in <value:digits>'] }. */
  readonly mentions?: { readonly [fieldAndMatch: string]: readonly string[] }
  /** Ways to say one described by what another argument of the same request says, by that argument: { symbol: ['its current price'] }. */
  readonly implied?: { readonly [parameter: string]: readonly string[] }
  /** Ways the assistant names one by what results show of it, with `<field:form>`, and `<value>` for the value: ['ticket <id> ("<title>")']. */
  readonly named?: readonly string[]
  /** Ways to point back at the one such thing under discussion: ['it', 'that booking']. */
  readonly earlier?: readonly string[]
  /** Ways to point back at the one that was found out or made last: ['that last result']. */
  readonly newest?: readonly string[]
  /** Ways to point at one by its place on the newest list, with `<place>` for "first", "second" ...: ['the <place> one on that list']. */
  readonly listed?: readonly string[]
  /** Ways to point at the one that the wish before in the same message has named: ['the file']. */
  readonly again?: readonly string[]
  /** Ways to point at the one that has the most or the least of a field, by field and end: { 'balance:most': ['the card with the most money on it'] }. */
  readonly extremes?: { readonly [fieldAndEnd: string]: readonly string[] }
  /** Those of the ends that people look for; all where absent. Nobody pays with the card that has the least on it. */
  readonly sought?: readonly string[]
  /** Is a conversation about one such thing? Once one came up, nobody names another out of the blue. */
  readonly single?: boolean
  /** Does it change by itself, as prices do? What an earlier message showed is not what it is now, so that it is looked up again. */
  readonly fleeting?: boolean
  /** Is it pointed back at only in slots of the form `back` (`<message:back>`), never in plain ones? Slots with another form say the value. */
  readonly apart?: boolean
  /** A wider type that such values belong to as well: a price is a figure. */
  readonly broader?: string
  /** What such a value goes with where its call names nothing else, by entity type: amounts are in dollars. */
  readonly beside?: { readonly [entity: string]: Json }
}

/** A line of the system prompt that states what the assistant cannot see otherwise. */
export interface Briefing<State> {
  readonly when: (state: State) => boolean
  /** A pattern whose slots `<name:form>` carry values. */
  readonly pattern: string
  readonly values: (state: State, known: readonly Known[]) => { readonly [slot: string]: Json }
  /** Entity type of each slot's value, where it is one. */
  readonly entities?: { readonly [slot: string]: string }
  /** Session conditions the line tells to hold. */
  readonly establishes?: readonly string[]
  /** Session conditions the line tells not to hold. */
  readonly denies?: readonly string[]
  /** The slot that tells the current place (see `Places`). */
  readonly place?: string
}

/** Environments where tools act at a current place in a tree of places, as a shell does in its working directory. */
export interface Places<State> {
  readonly move: {
    readonly tool: string
    readonly parameter: string
    readonly up: string
    /** What leads to the topmost place from anywhere, where there is such a word. */
    readonly top?: string
  }
  /** Finds things by name below the current place: results are paths relative to it. */
  readonly search: {
    readonly tool: string
    readonly parameter: string
    readonly paths: string
    /** Arguments that make it search everything: result paths then start with `/`, without the root's own name. */
    readonly everywhere: { readonly [parameter: string]: Json }
  }
  /** Entity types whose values are names of things in the current place; names still to be made are typed `new-...`. */
  readonly entities: readonly string[]
  /** The absolute place, as text with `/`. */
  readonly current: (state: State) => string
  /** Ways to tell where the current place is now, with `<place:form>`: for a `<thing>` that a search has found, for one whose place was known, for none. */
  readonly arrivals?: {
    readonly found: readonly string[]
    readonly known: readonly string[]
    readonly plain: readonly string[]
  }
}

/** How a session condition ceases to hold though nobody in the conversation did anything, and how that shows. */
export interface Lapse {
  /** What is then so in the state, by place. */
  readonly state: { readonly [place: Pointer]: Json }
  /** What a tool says that is called without it. */
  readonly refusal: string
  /** What must have happened, as clauses: 'the session has ended'. */
  readonly causes: readonly string[]
}

export interface ScenarioContext {
  readonly random: Rng
  readonly cast: Cast
  /** ISO date of the simulated day. */
  readonly today: string
  /** 1 is ordinary; larger worlds hold proportionally more competitors (long-context). */
  readonly size: number
}

export interface Scenario<State> {
  readonly state: State
  readonly userKnows: readonly Known[]
  /** Why this person is here, as one sentence that names no step: openers for the first message. */
  readonly situations: readonly string[]
}

/** What an environment was defined in. */
export type EnvironmentSource = 'built-in' | 'module' | 'openapi' | 'mcp'

export interface EnvironmentDefinition<State = never> {
  readonly name: string
  readonly version: number
  /** `module`, a file of the user's own, where absent. */
  readonly source?: EnvironmentSource
  /** One sentence for people: what the tools of this environment are for. */
  readonly summary: string
  /** Do its tools serve what other environments are for? Beside others it is used for what came up there. */
  readonly auxiliary?: boolean
  /** The benchmark whose test environment this is, where it is one. */
  readonly benchmark?: string
  readonly state: z.ZodType<State>
  /** Top-level state keys that are not observed: working directory, generator. */
  readonly unobserved?: readonly (keyof State & string)[]
  /** The projection that is compared and digested. Default: the state without its unobserved keys, untagged. */
  readonly observe?: (state: State) => Json
  readonly scenario: (context: ScenarioContext) => Scenario<State>
  readonly entities?: { readonly [entity: string]: EntityDefinition }
  /** Session conditions tools require and establish: does each hold in this state? */
  readonly conditions?: { readonly [name: string]: (state: State) => boolean }
  /** Conditions that may cease to hold unseen. */
  readonly lapses?: { readonly [condition: string]: Lapse }
  readonly places?: Places<State>
  readonly briefings?: readonly Briefing<State>[]
  readonly tools: { readonly [name: string]: ToolDefinition<State> }
  readonly conversation?: Conversation<State>
}

/** A tool's schemas as JSON Schema, entity annotations taken out into their own tables. */
export interface ToolSchemas {
  readonly parameters: JsonSchema
  readonly returns?: JsonSchema
}
