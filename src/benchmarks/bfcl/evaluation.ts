import { UsageError } from '../../core/errors.js'
import { type ChatModel, ModelError } from '../../model/index.js'
import type { BfclCase } from './cases.js'
import { checkResponse } from './checker.js'
import type { BenchmarkClasses } from './classes.js'
import type { Constants } from './constants.js'
import type { FunctionDocument } from './documents.js'
import { createStart, type Start } from './start.js'
import { type PlayedCase, playCase } from './protocol.js'
import type { CallStyle } from './style.js'
import type { Transcript } from './transcripts.js'

export interface Evaluation {
  readonly model: ChatModel
  readonly style: CallStyle
  readonly classes: BenchmarkClasses
  readonly documents: { readonly [className: string]: readonly FunctionDocument[] }
  readonly constants: Constants
  /** ISO 8601 without zone: the original reads the day's date. */
  readonly clock: string
  readonly concurrency: number
  readonly temperature?: number
  readonly signal?: AbortSignal
}

/**
 * Plays and judges cases, so many at a time, handing over each transcript as it is finished. A request that the endpoint
 * refuses fails its case, as in the original, unless it has never answered yet; an endpoint that is gone stops the evaluation.
 */
export async function evaluateCases(
  cases: readonly BfclCase[],
  evaluation: Evaluation,
  onDone: (transcript: Transcript) => void,
): Promise<void> {
  const model = watched(evaluation.model)
  const queue = [...cases]
  let failed = false
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one && !failed && !evaluation.signal?.aborted; one = queue.shift()) {
      try {
        onDone(await evaluateCase(one, { ...evaluation, model }))
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = Array.from({ length: evaluation.concurrency }, work)
  // Cases that are under way when one fails are finished and handed over before the failure is.
  await Promise.allSettled(workers)
  await Promise.all(workers)
}

interface WatchedModel extends ChatModel {
  readonly answered: () => boolean
}

/** The model, and whether it has ever answered. */
function watched(model: ChatModel): WatchedModel {
  let answered = false
  return {
    name: model.name,
    answered: () => answered,
    async answer(request) {
      const answer = await model.answer(request)
      answered = true
      return answer
    },
  }
}

async function evaluateCase(
  one: BfclCase,
  evaluation: Evaluation & { readonly model: WatchedModel },
): Promise<Transcript> {
  const longContext = one.category === 'long_context'
  const start = createStart(evaluation.classes, {
    involved: one.involved,
    configuration: one.configuration,
    longContext,
    extension: longContext ? evaluation.constants() : {},
    clock: evaluation.clock,
  })
  const documents = one.involved.flatMap((name) => evaluation.documents[name] ?? [])
  const { model } = evaluation
  try {
    const played = await playCase(one, { ...evaluation, documents, start })
    return judged(one, played, start, model.name)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    if (error.failure !== 'refused' && error.failure !== 'malformed') throw error
    if (!model.answered()) throw refusedFromTheStart(error, evaluation.style)
    return {
      ...header(one),
      turns: [],
      forced: false,
      verdict: { valid: false, errorType: 'multi_turn:inference_error', errorMessage: error.message },
      unsupported: [],
      usage: { tokensIn: 0, tokensOut: 0 },
      requests: 0,
    }
  }
}

const header = ({ id, category }: BfclCase): Pick<Transcript, 'schema' | 'id' | 'category'> => ({
  schema: 1,
  id,
  category,
})

function judged(one: BfclCase, played: PlayedCase, start: Start, model: string): Transcript {
  const response = played.turns.map(({ steps }) => steps.map(({ calls }) => calls))
  const { verdict, unsupported } = checkResponse(response, one.truth, start, { id: one.id, model })
  return { ...header(one), ...played, verdict, unsupported }
}

function refusedFromTheStart(error: ModelError, style: CallStyle): UsageError {
  if (error.failure === 'malformed')
    return new UsageError(
      '--base-url',
      `the endpoint does not speak the chat-completions protocol (${error.message})`,
      'Give the address up to and including /v1.',
    )
  if (error.status === 401 || error.status === 403)
    return new UsageError('--base-url', `the endpoint wants a key (${error.message})`, 'Set TURNSMITH_API_KEY.')
  if (style.offersTools && /tool|function/i.test(error.message)) {
    return new UsageError(
      '--base-url',
      `the endpoint refuses requests that offer tools (${error.message})`,
      'Start the server with its tool-call parser, or use --prompting.',
    )
  }
  return new UsageError(
    '--base-url',
    `the endpoint refuses the request (${error.message})`,
    'Check --base-url and --model.',
  )
}
