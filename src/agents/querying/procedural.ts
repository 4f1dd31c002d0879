import { requestsOf } from '../../core/advanced-tool.js'
import type { HardQuery } from '../../core/hard-query.js'
import { sameJson, type Json } from '../../core/json.js'
import { chance, pick, type Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { Subject } from '../../core/subject.js'
import {
  addNoise,
  type Ask,
  conversationsOf,
  incompleteOf,
  levelOf,
  type Lexicon,
  read,
  type Reading,
  realise,
  type Situation,
  todayOf,
  unsupportedNamed,
  type Wording,
  writeRecall,
  writeRetry,
} from '../../language/index.js'
import type { QueryingAgent, QueryingInput } from './agent.js'
import { easyQuery } from './easy.js'

const WORDINGS = 6

/** A querying agent without a model: realises the goals and keeps the first wording that reads back as what was meant. */
export function proceduralQuerying(lexicon: Lexicon): QueryingAgent {
  return { write: (input) => Promise.resolve(write(lexicon, input)) }
}

function write(lexicon: Lexicon, input: QueryingInput): HardQuery | undefined {
  const { turn, situations, register, noisy = false, random, messages = [] } = input
  const earlier = messages.filter(({ role }) => role === 'user').map(({ content }) => content)
  const today = todayOf(messages)
  const wanted = meaningOf(input)
  const opened = turn === 0 && situations.length > 0 && chance(random.fork('opened'), 1, 30)
  const indirect = noisy && chance(random.fork('indirect'), 1, 30)
  const voice = { register, ...(indirect ? { indirect } : {}) }
  const isReadable = (text: string): boolean => {
    const reading = read(lexicon, text, earlier, today)
    return !reading.ambiguous && reading.unread.length === 0 && means(reading, wanted)
  }
  const last = earlier.at(-1)
  const before = last === undefined ? [] : read(lexicon, last, earlier.slice(0, -1), today).requests
  const isSayable = (text: string): boolean => isReadable(text) && !isExcusedAgain(text, earlier)
  const standing = {
    later: turn > 0,
    before,
    said: earlier,
    ...(opened ? { opener: pick(random.fork('opener'), situations) } : {}),
  }
  for (let i = 0; i < WORDINGS; i++) {
    const made = word(lexicon, input, wanted, { voice, ...standing }, random.fork(`wording${i}`))
    if (!made) return undefined
    if (!isReadable(made.text)) continue
    const { wording, noise: added } = noisy
      ? addNoise(made, isSayable, random.fork('noise'), { today, earlier })
      : { wording: made, noise: [] }
    const noise = [
      { operator: `register:${register}`, level: 1 },
      ...(opened ? [{ operator: 'situation', level: 1 }] : []),
      ...(levelOf('indirection', wording.text) === 1 ? [{ operator: 'indirection', level: 1 }] : []),
      ...added,
    ]
    const easy = input.tool ? easyQuery(input.tool, input.inputs, random.fork('easy')) : wording.text
    return { ...wording, easy, noise }
  }
  return undefined
}

/** How busy one is, one says once. */
function isExcusedAgain(text: string, earlier: readonly string[]): boolean {
  return [text, ...earlier].filter((said) => levelOf('distraction', said) !== 0).length > 1
}

/** What the message must read back as. */
interface Meaning {
  readonly requests: readonly Request[]
  readonly recall?: string
  readonly follows?: Reading['follows']
}

function meaningOf(input: QueryingInput): Meaning {
  if (input.tool === undefined)
    return input.subject.kind === 'recall'
      ? { requests: [], recall: input.subject.label }
      : { requests: [input.subject.request] }
  const requests = requestsOf(input.tool, input.inputs)
  const { subject } = input
  if (subject?.kind === 'incomplete')
    return { requests: requests.map((request) => leaveOut(request, subject.parameter)) }
  return subject === undefined || subject.kind === 'requests' ? { requests } : { requests, follows: subject.kind }
}

function means(reading: Reading, { requests, recall, follows }: Meaning): boolean {
  return (
    reading.recall === recall &&
    reading.follows === follows &&
    sameJson(reading.requests as unknown as Json, requests as unknown as Json)
  )
}

function leaveOut({ tool, arguments: args }: Request, parameter: string): Request {
  return { tool, arguments: Object.fromEntries(Object.entries(args).filter(([name]) => name !== parameter)) }
}

/** One wording of the message, which may or may not read back. */
function word(
  lexicon: Lexicon,
  { subject = { kind: 'requests' }, messages = [] }: QueryingInput,
  { requests }: Meaning,
  situation: Situation,
  random: Rng,
): Wording | undefined {
  const last = requests.at(-1)
  switch (subject.kind) {
    case 'recall':
      return writeRecall(subject.label, random)
    case 'retry': {
      const text = writeRetry(messages.findLast(({ role }) => role === 'assistant')?.content ?? '', random)
      return { text, mentions: [], spans: requests.map(() => [0, text.length] as const) }
    }
    case 'requests':
      return realise(lexicon, requests, situation, random)
    case 'incomplete':
      return realise(lexicon, requests, { ...situation, asks: asksWithout(lexicon, last, subject.parameter) }, random)
    case 'unsupported':
      return realise(
        lexicon,
        requests,
        { ...situation, asks: unsupportedNamed(lexicon, subject.request.tool)?.asks ?? [] },
        random,
      )
    case 'reply':
    case 'revision':
      return wordFragment(lexicon, requests, subject, situation, random)
  }
}

function asksWithout(lexicon: Lexicon, request: Request | undefined, parameter: string): readonly Ask[] {
  return (request && incompleteOf(lexicon, request.tool, parameter)?.asks) ?? []
}

/** A message that says one argument and leaves the rest to what was said before. */
function wordFragment(
  lexicon: Lexicon,
  requests: readonly Request[],
  { kind, parameter }: Extract<Subject, { kind: 'reply' | 'revision' }>,
  situation: Situation,
  random: Rng,
): Wording | undefined {
  const request = requests.at(-1)
  const said = request?.arguments[parameter]
  if (!request || !said) return undefined
  const asks =
    kind === 'reply'
      ? incompleteOf(lexicon, request.tool, parameter)?.replies
      : conversationsOf(lexicon).revisions.find(
          ({ definition }) => definition.tool === request.tool && definition.parameter === parameter,
        )?.asks
  const fragment = { tool: request.tool, arguments: { [parameter]: said } }
  const wording = realise(lexicon, [fragment], { ...situation, asks: asks ?? [], bare: true }, random)
  const [span] = wording?.spans ?? []
  if (!wording || !span) return undefined
  const place = `${requests.length - 1}/${parameter}`
  return {
    text: wording.text,
    mentions: wording.mentions.map((mention) => ({ ...mention, input: place })),
    spans: requests.map(() => span),
  }
}
