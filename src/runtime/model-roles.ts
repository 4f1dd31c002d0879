import { connect, type Speakers, type RoleModels } from '../catalog/index.js'
import type { Spend } from '../core/run.js'
import {
  type Asker,
  addUp,
  type Caps,
  createAsker,
  createBudget,
  type Recipe,
  rolesOnModels,
  spendOf,
  type StopCause,
} from '../pipeline/index.js'
import type { RunJournal } from '../store/index.js'

export interface ModelRolesOptions {
  readonly run: string
  readonly seed: number
  readonly speakers: Speakers
  readonly journal: Pick<RunJournal, 'response' | 'record' | 'responses'>
  readonly caps: Caps
  /** Where keys are: the environment of the process. */
  readonly environment: { readonly [name: string]: string | undefined }
  readonly signal: AbortSignal
}

/** Roles played by models in one run. */
export interface ModelRoles {
  readonly rolesAt: NonNullable<Recipe['rolesAt']>
  /** Aborted when the run cannot go on: the money is spent, an endpoint gave up. */
  readonly signal: AbortSignal
  readonly stopped: () => { readonly cause: StopCause; readonly message: string } | undefined
  readonly idle: Asker['idle']
  readonly counts: RoleModels['counts']
}

/** Connects the models of a run with its journal; what it has spent before counts. */
export function createModelRoles({ speakers, journal, caps, environment, ...options }: ModelRolesOptions): ModelRoles {
  const { models, counts } = connect(speakers, environment)
  const played = new Set(Object.keys(speakers))
  const stop = new AbortController()
  let stopped: ReturnType<ModelRoles['stopped']>
  const signal = AbortSignal.any([options.signal, stop.signal])
  const asker = createAsker({
    ...options,
    signal,
    journal,
    models,
    budget: createBudget(caps, amountOf([...journal.responses()].map(({ response }) => spendOf(response)))),
    onStop(cause, message) {
      stopped = { cause, message }
      stop.abort()
    },
  })
  return {
    rolesAt: (kind, place, onSpend) => rolesOnModels(kind, played, asker.at(place, onSpend)),
    signal,
    stopped: () => stopped,
    idle: () => asker.idle(),
    counts,
  }
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
