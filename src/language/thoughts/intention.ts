import type { Json } from '../../core/json.js'
import type { Extreme, Request } from '../../core/reference.js'

/** Why one of several things is meant and no other. */
export type Choice =
  /** It has the most or the least of what `values` are. */
  | { readonly by: 'extreme'; readonly extreme: Extreme; readonly own: Json; readonly values: readonly Json[] }
  /** Of so many on a list it fits the user's words. */
  | {
      readonly by: 'description'
      readonly words: string
      readonly among: number
      /** The text of it that has the user's word. */
      readonly shown?: string
    }
  /** It is the last of several that came up. */
  | { readonly by: 'newest' }
  /** Its place on a list: 1 is the first, -1 the last. */
  | { readonly by: 'place'; readonly place: number }

/** A value that a goal needs and a result showed: in this turn, or before it. */
export interface Finding {
  readonly parameter: string
  readonly noun: readonly [string, string]
  readonly value: Json
  readonly before: boolean
  /** Absent where nothing else could have been meant. */
  readonly choice?: Choice
}

/** The call that a step makes possible, with the arguments that are known from the wish. */
export type Wanted = Pick<Request, 'tool' | 'arguments'>

/** The user's words for a thing that is to be looked up. */
export interface Described {
  /** The parameter of the wanted call that they say. */
  readonly parameter: string
  readonly words: string
  /** `name`: a tool takes it; `unit`: another unit; `list`, `extreme`: one of a list, by what it is or by comparison. */
  readonly way: 'name' | 'unit' | 'list' | 'extreme'
  /** What such names are names of: ['city', 'cities']; absent where the words are no bare name. */
  readonly kind?: readonly [string, string]
}

/** What a step is about to do and why, as the planner knows it: the material of a chain of thought. */
export interface Intention {
  readonly tool: string
  /** Its arguments, in the user's terms where the user said them. */
  readonly arguments: Request['arguments']
  readonly why: Why
}

export type Why =
  /** `because`: how what it hung on turned out. */
  | { readonly kind: 'goal'; readonly found: readonly Finding[]; readonly because?: string }
  | {
      readonly kind: 'lookup'
      readonly noun: readonly [string, string]
      readonly described?: Described
      readonly for: Wanted
    }
  /** `lacking`: it is known not to hold. `towards`: what the wish is, where a turn begins with something that only leads there. */
  | {
      readonly kind: 'condition'
      readonly condition: string
      readonly lacking: boolean
      readonly for: Wanted
      readonly towards?: Wanted
    }
  /** A weak reasoner's: the call is made at once, whatever it takes. */
  | { readonly kind: 'hasty' }
  | { readonly kind: 'search'; readonly name: string; readonly for: Wanted }
  | {
      readonly kind: 'move'
      readonly to: string
      readonly place: string
      readonly direction: 'up' | 'top' | 'down'
      readonly for: Wanted
    }

/** The reasons of one kind among those of a step. */
export function reasonsOf<K extends Why['kind']>(
  intentions: readonly Intention[],
  kind: K,
): Extract<Why, { kind: K }>[] {
  return intentions.flatMap(({ why }) => (why.kind === kind ? [why as Extract<Why, { kind: K }>] : []))
}
