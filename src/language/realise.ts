import type { Mention } from '../core/hard-query.js'
import type { Rng } from '../core/random.js'
import { extremeIn, type Request } from '../core/reference.js'
import { pointedAgain } from './again.js'
import { asWorded } from './conditional.js'
import { compose, type Standing, type Voice } from './discourse.js'
import type { Ask, Lexicon } from './lexicon.js'
import { sayable } from './refer.js'
import { isAboutMe, type WordedRequest, wordRequest } from './word-request.js'

/** A user message with the places of its meaning. */
export interface Wording {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** The words that ask for each request, in order. */
  readonly spans: readonly (readonly [number, number])[]
}

export interface Situation extends Standing {
  readonly voice: Voice
  /** Wordings to choose from instead of the tools' own. */
  readonly asks?: readonly Ask[]
  /** The wording is the whole message, in no frame. */
  readonly bare?: boolean
  /** What was asked for just before: "it" may stand for a thing that this was about, and for no other. */
  readonly before?: readonly Request[]
  /** What this person has written so far. */
  readonly said?: readonly string[]
}

/** Goals and values -> words: the half of the language that `read` inverts. Undefined where no wording can say it. */
export function realise(
  lexicon: Lexicon,
  requests: readonly Request[],
  situation: Situation,
  random: Rng,
): Wording | undefined {
  const clauses: WordedRequest[] = []
  for (const [i, request] of requests.entries()) {
    const topics = situation.before && topicsOf(lexicon, [...situation.before, ...requests.slice(0, i)])
    const isTopic = (entity: string | undefined): boolean => !topics || entity === undefined || topics.has(entity)
    const told = saidOf(lexicon, request, requests[i - 1])
    const own = asWorded(lexicon, told)
    const circumstances = {
      asks: own?.asks ?? [],
      several: requests.length > 1,
      aboutMe: clauses.some(({ clause }) => isAboutMe(clause.text)),
      explained: situation.opener !== undefined || clauses.some(({ explains }) => explains),
      isTopic,
      ...situation,
    }
    const clause = own && wordRequest(lexicon, own.said, random.fork(`request${i}`), circumstances)
    if (!clause) return undefined
    clauses.push(clause)
  }
  const { text, starts } = compose(
    clauses.map(({ clause }) => clause),
    { ...situation, onward: goesOn(lexicon, requests[0], situation.before) },
    situation.voice,
    random.fork('discourse'),
  )
  return {
    text,
    spans: clauses.map(({ clause }, i) => [starts[i] as number, (starts[i] as number) + clause.text.length] as const),
    mentions: clauses.flatMap(({ mentions }, i) =>
      mentions.map(({ parameter, span: [from, to], reference, implied }): Mention => {
        const start = starts[i] as number
        return {
          span: [start + from, start + to],
          input: `${i}/${parameter}`,
          value: reference.by === 'earlier' || implied ? null : reference.value,
          form: extremeIn(reference) ? 'superlative' : reference.by === 'earlier' || implied ? 'anaphora' : 'literal',
          referents: 1,
        }
      }),
    ),
  }
}

/** Whoever has just named a thing does not name it again in the same breath. */
function saidOf(lexicon: Lexicon, request: Request, before: Request | undefined): Request {
  const again = pointedAgain(lexicon, request, before)
  return sayable(lexicon, again) ? again : request
}

/** Is it a matter of the same environment as what was asked for last? */
function goesOn(lexicon: Lexicon, request: Request | undefined, before: readonly Request[] = []): boolean {
  const last = before.at(-1)
  return lexicon.environments.some(({ specs }) =>
    [request, last].every((asked) => specs.some(({ name }) => name === asked?.tool)),
  )
}

/** Types of the things that requests are about. */
function topicsOf(lexicon: Lexicon, requests: readonly Request[]): ReadonlySet<string> {
  return new Set(requests.flatMap(({ tool }) => lexicon.entitiesOf(tool)))
}
