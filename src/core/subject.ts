import type { Request } from './reference.js'

/** What a user message is about, before it has words. */
export type Subject =
  /** Says all of the requests of the trace. */
  | { readonly kind: 'requests' }
  /** Says all but one parameter of the only request. */
  | { readonly kind: 'incomplete'; readonly parameter: string }
  /** Says that parameter and nothing else, having been asked. */
  | { readonly kind: 'reply'; readonly parameter: string }
  /** Asks for the same again. */
  | { readonly kind: 'retry' }
  /** Changes one argument of what was just done. */
  | { readonly kind: 'revision'; readonly parameter: string }
  /** Asks for what no tool does; the request's tool is the name that stands in place of one. */
  | { readonly kind: 'unsupported'; readonly request: Request }
  /** Asks to be told again what a result showed. */
  | { readonly kind: 'recall'; readonly label: string }
