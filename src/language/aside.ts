import { pick, type Rng } from '../core/random.js'
import { lowerFirst, sentenceCase } from './discourse.js'
import { ASSISTANT, formNamed, joinList } from './forms.js'
import type { Lexicon } from './lexicon.js'
import { compilePattern, writeVariant } from './pattern.js'

/** Something done on the way to what was asked for. */
export interface Aside {
  readonly tool: string
  /** Was it already done once, and undone since? */
  readonly again: boolean
}

/** What was done for one outcome that nobody asked for. */
export interface OnTheWay {
  /** Past tenses: 'signed you in to Twitter'. */
  readonly acts: readonly string[]
  /** What had happened, as a clause ('the session had ended'), and what put it right. */
  readonly mended?: { readonly because: string; readonly acts: readonly string[] }
}

/** Sentences of their own for what was done first. */
const APART: readonly string[] = ['I * first.', 'I * first.', '(I * first.)']

/** Tells an outcome (`isDone`: of something done, not found out) with what was done first: within its sentence, before or after it. */
export function withAsides(outcome: string, { acts, mended }: OnTheWay, isDone: boolean, random: Rng): string {
  if (mended) {
    const rest = withAsides(outcome, { acts }, isDone, random)
    return `${sentenceCase(mended.because)}, so I ${joinList(mended.acts)}. ${rest}`
  }
  if (acts.length === 0) return outcome
  const woven = isDone ? weave(outcome, acts) : undefined
  if (woven !== undefined && pick(random.fork('woven'), [true, true, false])) return woven
  return `${outcome}${outcome.includes('\n') ? '\n\n' : ' '}${pick(random.fork('apart'), APART).replace('*', () => joinList(acts))}`
}

/** How outcomes begin that say what the assistant did: "I closed", "I've closed", "Closed". */
const DID = /^(?<own>I(?:'ve)? )?(?<act>[A-Za-z]+) (?!so far\b|to\b)/

const PAST = /(?:ed|sent|set|put|made|left|took|gave|bought|withdrew|let)$/i

/** A second thing that was done in the same sentence: "closed it and added the note". */
const ANOTHER = /^[^."]*(?:"[^"]*"[^."]*)* and (?:\w+ed|put|set|paid|sent)\b/

function weave(outcome: string, acts: readonly string[]): string | undefined {
  const { own = '', act = '' } = DID.exec(outcome)?.groups ?? {}
  if (!PAST.test(act)) return undefined
  const did = outcome.slice(own.length)
  const last = lowerFirst(did)
  const told = ANOTHER.test(did) ? [...acts, last].join(', ') : joinList([...acts, last])
  return sentenceCase(`${own}${told}`)
}

/** What was changed on the way, as past tenses. */
export function actsOf(lexicon: Lexicon, asides: readonly Aside[], random: Rng): string[] {
  const told = asides.flatMap(({ tool, again }, i) => {
    const ways = (lexicon.phrasesOf(tool)?.asides ?? []).flatMap(compilePattern)
    if (ways.length === 0) return []
    const { text } = writeVariant(pick(random.fork(`way${i}`), ways), random, () => '')
    return [again ? `${text} again` : text]
  })
  return [...new Set(told)]
}

/** How a turn came to where it ended. */
export interface Arrival {
  readonly environment: string
  readonly place: string
  /** What it was needed for, by name, 'it' or 'both'; absent where that was no thing of the place. */
  readonly thing?: string
  /** Was the place found by a search? */
  readonly isFound: boolean
}

/** Tells where the current place of an environment is now, and why; undefined where the environment has no words for that. */
export function tellArrival(
  lexicon: Lexicon,
  { environment, place, thing, isFound }: Arrival,
  random: Rng,
): string | undefined {
  const { definition } = lexicon.environments.find(({ ref }) => ref.name === environment) ?? {}
  const { found = [], known = [], plain = [] } = definition?.places?.arrivals ?? {}
  const ways = (thing === undefined ? plain : isFound ? found : known).flatMap(compilePattern)
  return ways.length === 0
    ? undefined
    : sentenceCase(
        writeVariant(pick(random, ways), random, ({ slot, form }) =>
          slot === 'thing'
            ? (thing ?? '')
            : form === 'folder'
              ? lastOf(place)
              : formNamed(form ?? 'word').write(place, random, ASSISTANT),
        ).text,
      )
}

/** The last name of a place: `/home/kitchen` is "kitchen". */
function lastOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1) || place
}
