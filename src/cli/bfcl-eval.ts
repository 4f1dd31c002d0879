import { join } from 'node:path'
import {
  type BfclCase,
  CATEGORIES,
  type Category,
  constantsFor,
  evaluateCases,
  loadCases,
  loadClasses,
  loadDocuments,
  prompting,
  scoreTable,
  scoreTranscripts,
  toolCalling,
  type Transcript,
  TranscriptFolder,
} from '../benchmarks/bfcl/index.js'
import { UsageError } from '../core/errors.js'
import { assertReachable, createEndpoint, createTraffic, ModelError } from '../model/index.js'

export interface BfclEvalOptions {
  readonly data: string
  readonly baseUrl: string
  readonly model: string
  readonly categories: string
  readonly constants?: string
  readonly concurrency: number
  readonly limit?: number
  readonly temperature: number
  readonly prompting?: boolean
  readonly out?: string
  readonly json?: boolean
}

/** Plays what is not yet played, then prints the scores of everything in the folder. */
export async function evaluate(options: BfclEvalOptions): Promise<number> {
  const categories = categoriesOf(options.categories)
  const cases = categories.flatMap((category) => loadCases(options.data, category).slice(0, options.limit))
  const out = options.out ?? join('runs', 'bfcl', options.model.replace(/[^A-Za-z0-9._-]+/g, '_'))
  const folder = new TranscriptFolder(out, settingsOf(options))
  const finished = new Map(categories.flatMap((category) => [...folder.read(category)]))
  const rest = cases.filter(({ id }) => !finished.has(id))
  const resumed = cases.length - rest.length
  let played = 0
  const interrupted = await play(rest, options, (transcript) => {
    folder.append(transcript)
    finished.set(transcript.id, transcript)
    played += 1
    console.error(`${resumed + played}/${cases.length} ${transcript.id}: ${transcript.verdict.errorType ?? 'passed'}`)
  })
  if (interrupted)
    console.error(`Interrupted after ${resumed + played} of ${cases.length} cases. Run the same command to go on.`)
  print(
    cases.flatMap(({ id }) => finished.get(id) ?? []),
    { options, out, played, resumed },
  )
  return interrupted ? 130 : 0
}

/** Plays the cases; true when the user interrupted it. */
async function play(
  cases: readonly BfclCase[],
  options: BfclEvalOptions,
  onDone: (transcript: Transcript) => void,
): Promise<boolean> {
  if (cases.length === 0) return false
  const constants = constantsFor(options.data, options.constants)
  if (cases.some(({ category }) => category === 'long_context')) constants()
  const documents = loadDocuments(options.data)
  const classes = await loadClasses(cases.flatMap(({ involved }) => involved))
  const apiKey = process.env['TURNSMITH_API_KEY']
  const interrupt = new AbortController()
  const onInterrupt = (): void => interrupt.abort()
  process.once('SIGINT', onInterrupt)
  let done = 0
  try {
    await assertReachable(options.baseUrl)
    await evaluateCases(
      cases,
      {
        model: createTraffic({ retries: 4 }).over(
          createEndpoint({ baseUrl: options.baseUrl, model: options.model, ...(apiKey ? { apiKey } : {}) }),
        ),
        style: options.prompting ? prompting : toolCalling,
        classes,
        documents,
        constants,
        clock: new Date().toISOString().slice(0, 19),
        concurrency: options.concurrency,
        temperature: options.temperature,
        signal: interrupt.signal,
      },
      (transcript) => {
        done += 1
        onDone(transcript)
      },
    )
  } catch (error) {
    if (interrupt.signal.aborted) return true
    throw error instanceof ModelError ? endpointFailed(error, options.baseUrl, done, cases.length) : error
  } finally {
    process.off('SIGINT', onInterrupt)
  }
  return interrupt.signal.aborted
}

function endpointFailed({ failure, message }: ModelError, baseUrl: string, done: number, of: number): UsageError {
  const after = done === 0 ? '' : ` after ${done} of ${of} cases`
  const what =
    failure === 'unreachable'
      ? `nothing answers${after} (${message})`
      : `the endpoint stopped answering${after} (${message})`
  return new UsageError(
    baseUrl,
    what,
    done === 0 ? 'Start the server or check --base-url.' : 'Run the same command to go on once it is back.',
  )
}

function categoriesOf(text: string): Category[] {
  const names = text.split(',').map((name) => name.trim().replace(/^multi_turn_/, ''))
  const unknown = names.find((name) => !CATEGORIES.some((category) => category === name))
  if (unknown !== undefined)
    throw new UsageError('--categories', `there is no category '${unknown}'`, `Choose among ${CATEGORIES.join(', ')}.`)
  return CATEGORIES.filter((category) => names.includes(category))
}

function settingsOf({ model, temperature, prompting: asText }: BfclEvalOptions): {
  readonly [name: string]: string | number
} {
  return { benchmark: 'BFCL_v4', model, style: asText ? 'prompting' : 'tool-calling', temperature }
}

interface Summary {
  readonly options: BfclEvalOptions
  readonly out: string
  readonly played: number
  readonly resumed: number
}

function print(transcripts: readonly Transcript[], { options, out, played, resumed }: Summary): void {
  const scores = scoreTranscripts(transcripts)
  console.log(scoreTable(options.model, scores))
  if (transcripts.length > 0 && transcripts.every(({ turns }) => turns.every(({ steps }) => steps.length === 0))) {
    console.error(
      `No answer held a call that could be read. ${options.prompting ? 'The model may not follow the call format.' : 'If the endpoint has no tool-call parser, use --prompting.'}`,
    )
  }
  const unsupported = transcripts.reduce((sum, transcript) => sum + transcript.unsupported.length, 0)
  const tokens = { in: sumOf(transcripts, 'tokensIn'), out: sumOf(transcripts, 'tokensOut') }
  if (options.json)
    console.log(
      JSON.stringify({
        model: options.model,
        cases: transcripts.length,
        played,
        resumed,
        ...scores,
        unsupported,
        tokens,
        out,
      }),
    )
}

function sumOf(transcripts: readonly Transcript[], field: 'tokensIn' | 'tokensOut'): number {
  return transcripts.reduce((sum, { usage }) => sum + usage[field], 0)
}
