import { chance, pick, type Rng } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import type { Incomplete, Revision, Unsupported } from '../environment/index.js'
import { unquoted } from './discourse.js'
import { type Ask, compileAsks, type Lexicon, sayingsOfEntity } from './lexicon.js'
import { compilePattern, type Variant } from './pattern.js'

/** Requests of things that no tool does have such a name in place of a tool's: `@travel/seats`. */
export const UNSUPPORTED = '@'

export interface IncompleteWording {
  readonly definition: Incomplete
  readonly asks: readonly Ask[]
  readonly questions: readonly Variant[]
  /** Ways to say nothing but the parameter, once asked. */
  readonly replies: readonly Ask[]
}

export interface RevisionWording {
  readonly definition: Revision
  readonly asks: readonly Ask[]
}

export interface UnsupportedWording {
  readonly definition: Unsupported
  readonly environment: string
  /** What stands in place of a tool. */
  readonly pseudo: string
  readonly asks: readonly Ask[]
}

/** Wordings of messages that are no complete request of something possible. */
export interface Conversations {
  readonly incomplete: readonly IncompleteWording[]
  readonly revisions: readonly RevisionWording[]
  readonly unsupported: readonly UnsupportedWording[]
}

const REPLIES = ['<>', '<>', '<>, please', "let's say <>"]

const made = new WeakMap<Lexicon, Conversations>()

/** The wordings that the environments of a lexicon declare for such messages, compiled once. */
export function conversationsOf(lexicon: Lexicon): Conversations {
  const known = made.get(lexicon)
  if (known) return known
  const conversations = compile(lexicon)
  made.set(lexicon, conversations)
  return conversations
}

function compile(lexicon: Lexicon): Conversations {
  const declared = lexicon.environments.map(({ ref, definition }) => ({ ref, ...definition.conversation }))
  return {
    incomplete: declared.flatMap(({ incomplete = [] }) =>
      incomplete.map((definition) => ({
        definition,
        asks: definition.asks.flatMap((pattern) => compileAsks(definition.tool, pattern, lexicon.sayings)),
        questions: definition.questions.flatMap(compilePattern),
        replies: REPLIES.flatMap((pattern) =>
          compileAsks(definition.tool, pattern.replace('<>', `<${definition.parameter}>`), lexicon.sayings),
        ),
      })),
    ),
    revisions: declared.flatMap(({ revisions = [] }) =>
      revisions.map((definition) => ({
        definition,
        asks: definition.asks.flatMap((pattern) => compileAsks(definition.tool, pattern, lexicon.sayings)),
      })),
    ),
    unsupported: declared.flatMap(({ ref, unsupported = [] }) =>
      unsupported.map((definition) => {
        const pseudo = `${UNSUPPORTED}${ref.name}/${definition.name}`
        const sayings: Lexicon['sayings'] = (_, slot) =>
          sayingsOfEntity(lexicon, slot, definition.entities?.[slot.slot] ?? '')
        return {
          definition,
          environment: ref.name,
          pseudo,
          asks: definition.asks.flatMap((pattern) => compileAsks(pseudo, pattern, sayings)),
        }
      }),
    ),
  }
}

/** The incomplete wording that leaves this parameter of the tool unsaid. */
export function incompleteOf(lexicon: Lexicon, tool: string, parameter: string): IncompleteWording | undefined {
  return conversationsOf(lexicon).incomplete.find(
    ({ definition }) => definition.tool === tool && definition.parameter === parameter,
  )
}

/** What was asked for under a name that stands in place of a tool. */
export function unsupportedNamed(lexicon: Lexicon, pseudo: string): UnsupportedWording | undefined {
  return conversationsOf(lexicon).unsupported.find((wording) => wording.pseudo === pseudo)
}

/** The requests of a message that changes one argument of what was just done. */
export function revise({ tool, parameter, undo }: Revision, before: Request, value: Reference): Request[] {
  const again = { tool, arguments: { ...before.arguments, [parameter]: value } }
  if (!undo) return [again]
  const args = Object.entries(undo.arguments).map(([name, from]): [string, Reference] => [
    name,
    from === 'earlier' ? { by: 'earlier' } : (before.arguments[from.same] ?? { by: 'earlier' }),
  ])
  return [{ tool: undo.tool, arguments: Object.fromEntries(args) }, again]
}

/** Messages that ask for the same again, now that it can be done. */
export const RETRIES: readonly string[] = [
  'You should have access to that now. Please go ahead.',
  "I've given you access to that now. Can you try again?",
  'It should be set up now, please try again.',
  'You should be able to do it now. Go ahead, please.',
  "It's switched on for you now. Can you do it?",
  'I asked them to switch it on. How about now?',
  'That should work now. Try again, please.',
  "OK, it's set up now. Please do what I asked.",
  'Try again, you should have it now.',
  'OK, you have access now. Go ahead.',
  'Can you try that again? It should work now.',
  'They just enabled it. One more time, please.',
]

/** The same from somebody who was asked for what could not be looked up, and does not know it either. */
export const LOOK_UPS: readonly string[] = [
  "I don't know, but you should be able to look it up now. Please try again.",
  'No idea, sorry. You can look it up yourself now, so go ahead.',
  "I don't have it here. You should be able to look that up now, please try again.",
  "I'm not sure, but you have access to that now. Can you check?",
  "I don't know it by heart. It should work now, can you try again?",
  'No idea, but I asked them to let you look it up. How about now?',
]

/** Does the text ask for the same again? */
export function isRetry(text: string): boolean {
  const plain = text.replace(/ (Thanks\.|Thank you!|Thanks a lot\.)$/, '')
  return RETRIES.includes(plain) || LOOK_UPS.includes(plain)
}

/** Asks for the same again, after an answer that could not do it. */
export function writeRetry(answer: string, random: Rng): string {
  const isAsked = /\?|\bIf you (?:have|know|give|tell)\b/.test(unquoted(answer))
  return `${pick(random, isAsked ? LOOK_UPS : RETRIES)}${chance(random.fork('thanks'), 1, 5) ? ' Thanks.' : ''}`
}
