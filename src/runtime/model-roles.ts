import { connect, type RoleModels, type Speakers, type Way } from '../catalog/index.js'
import type { Spend } from '../core/run.js'
import { addUp } from '../core/spend.js'
import {
  type Amount,
  type Answers,
  type Asker,
  type Budget,
  type Caps,
  createAsker,
  createBatchBudget,
  createBudget,
  type Recipe,
  type RoleModel,
  rolesOnModels,
  spendOf,
  type StopCause,
} from '../pipeline/index.js'
import type { RunJournal } from '../store/index.js'
import { inTurn } from './in-turn.js'

export interface ModelRolesOptions {
  readonly run: string
  readonly seed: number
  readonly speakers: Speakers
  readonly journal: Answers
  readonly budget: Budget
  /** Around every request to an endpoint, where it has to wait for more than this process. */
  readonly within?: <T>(endpoint: string, limit: number, work: () => Promise<T>) => Promise<T>
  /** Where requests go instead of over the wire. */
  readonly way?: Way
  /** Some request was answered before: one that is refused now is refused for its own sake. */
  readonly answered?: boolean
  /** Where keys are: the environment of the process. */
  readonly environment: { readonly [name: string]: string | undefined }
  readonly signal: AbortSignal
}

/** Roles played by models in one run. */
export interface ModelRoles {
  readonly rolesAt: NonNullable<Recipe['rolesAt']>
  readonly pause: NonNullable<Recipe['pause']>
  /** Aborted when the run cannot go on: the money is spent, an endpoint gave up. */
  readonly signal: AbortSignal
  readonly stopped: () => { readonly cause: StopCause; readonly message: string } | undefined
  readonly idle: Asker['idle']
  readonly counts: RoleModels['counts']
}

/** Connects the models of a run with what keeps their answers and their money. */
export function createModelRoles({ speakers, environment, within, way, ...options }: ModelRolesOptions): ModelRoles {
  const { models, counts } = connect(speakers, environment, way)
  const played = new Set(Object.keys(speakers))
  const stop = new AbortController()
  const pause = inTurn()
  let stopped: ReturnType<ModelRoles['stopped']>
  const signal = AbortSignal.any([options.signal, stop.signal])
  const asker = createAsker({
    ...options,
    signal,
    pause,
    models: within ? limited(models, speakers, within) : models,
    onStop(cause, message) {
      stopped = { cause, message }
      stop.abort()
    },
  })
  return {
    rolesAt: (kind, place, onSpend) => rolesOnModels(kind, played, asker.at(place, onSpend)),
    pause,
    signal,
    stopped: () => stopped,
    idle: () => asker.idle(),
    counts,
  }
}

/** A budget of which a run has spent what its journal says; `batch` where requests are only written down. */
export function budgetOf(journal: Pick<RunJournal, 'responses'>, caps: Caps, batch = false): Budget {
  return (batch ? createBatchBudget : createBudget)(caps, spentIn(journal))
}

/** What the answers in a journal have cost. */
export function spentIn(journal: Pick<RunJournal, 'responses'>): Amount {
  return amountOf([...journal.responses()].map(({ response }) => spendOf(response)))
}

function limited(
  models: RoleModels['models'],
  speakers: Speakers,
  within: NonNullable<ModelRolesOptions['within']>,
): RoleModels['models'] {
  const entries = Object.entries(speakers).map(([role, { endpoint }]) => {
    const playing = models[role] as RoleModel
    const { model } = playing
    const answer: typeof model.answer = (request) =>
      within(endpoint.baseUrl, endpoint.concurrency.most, () => model.answer(request))
    return [role, { ...playing, model: { ...model, answer } }] as const
  })
  return Object.fromEntries(entries)
}

function amountOf(spends: readonly Spend[]): { usd: number; tokens: number } {
  return {
    usd: spends.reduce((total, { usd = 0 }) => total + usd, 0),
    tokens: spends.reduce((total, { tokensIn, tokensOut }) => total + tokensIn + tokensOut, 0),
  }
}

/** What items that are not finished have cost, as far as they came. */
export function unfinishedSpend(journal: Pick<RunJournal, 'responses' | 'finished'>): Spend[] {
  const finished = new Set(journal.finished())
  return addUp(
    [...journal.responses()].flatMap(({ index, response }) =>
      finished.has(index) ? [] : [{ ...spendOf(response), cause: 'unfinished' }],
    ),
  )
}
