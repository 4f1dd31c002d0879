import type { DBOS as Engine, WorkflowStatus } from '@dbos-inc/dbos-sdk'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { UsageError } from '../../core/errors.js'
import type { Json } from '../../core/json.js'
import type { Runtime, WorkItem, WorkResult } from '../../core/run.js'
import type { RunJournal, StorageError } from '../../store/index.js'
import { bringHome, createAnswers, lend, type SharedAnswers } from './answers.js'
import {
  APPLICATION,
  COMPUTED,
  launchEngine,
  ON_MODELS,
  prepareTables,
  type Queue,
  type Unit,
  WORKFLOW,
} from './engine.js'
import { createMembers, type Members } from './members.js'
import { createOutbox, type Outbox } from './outbox.js'
import { setSpent } from './money.js'
import { connect, type Postgres } from './postgres.js'
import { spentIn } from '../model-roles.js'

export interface DistributedOptions {
  /** The address of the PostgreSQL that workers are connected to. */
  readonly url: string
  readonly run: string
  /** What workers need to know to make its items; what they make them with is in their own environment. */
  readonly announcement: Json
  /** Where models play roles: keeps their answers. */
  readonly journal?: Pick<RunJournal, 'responses' | 'record'>
  readonly version: string
  /** Nothing of an earlier start of this run is wanted. */
  readonly fresh: boolean
  /** Told what a person should know. */
  readonly onNotice: (text: string) => void
  /** Told when the database is gone: nothing can go on. */
  readonly onLost: (error: StorageError) => void
}

/** Items that are submitted and not collected: enough for a hundred workers, and memory stays flat. */
const BACKLOG = 10_000

const [WAIT, LOOK] = [100, 1000]

/** Items on the workers of other machines, which meet in a PostgreSQL. */
export async function createDistributedRuntime(options: DistributedOptions): Promise<Runtime> {
  const postgres = await connect(options.url, options.onLost)
  try {
    return await submitting(postgres, options)
  } catch (error) {
    await postgres.close()
    throw error
  }
}

async function submitting(postgres: Postgres, options: DistributedOptions): Promise<Runtime> {
  const { url, run, announcement, journal, version, onNotice } = options
  if (!(await postgres.hold(`turnsmith run ${run}`)))
    throw new UsageError('--runtime dbos', 'another process submits this very run', 'Wait for it, or stop it first.')
  await prepareTables(postgres)
  const session = `${run}:${randomUUID()}`
  const engine = await launchEngine(postgres, { url, executor: session, version, onNotice })
  const [outbox, answers] = [createOutbox(postgres, run), createAnswers(postgres, run)]
  const queue = journal ? ON_MODELS : COMPUTED
  const earlier = createUnits(engine, run, queue, version)
  await earlier.cancelWaiting()
  if (options.fresh) await clear(outbox, earlier)
  if (journal) await prepareMoney(postgres, run, answers, journal)
  await outbox.announce(session, announcement)
  const units = createUnits(engine, session, queue, version)
  const submission = new Submission({ run, session, queue, units, outbox, members: createMembers(postgres), onNotice })
  let complete = false
  return {
    get workers() {
      return submission.workers
    },
    stopped: () => submission.stopped,
    async run(items, onResult, signal) {
      complete = false
      complete = await submission.carryOut(items, onResult, signal)
      if (journal) await bringHome(answers, journal)
    },
    async close() {
      if (complete) await clear(outbox, earlier)
      await engine.shutdown()
      await postgres.close()
    },
  }
}

async function clear(outbox: Outbox, units: Units): Promise<void> {
  await units.forget()
  await outbox.clear()
}

/** What was answered before counts as spent, wherever it was asked. */
async function prepareMoney(
  postgres: Postgres,
  run: string,
  answers: SharedAnswers,
  journal: Pick<RunJournal, 'responses' | 'record'>,
): Promise<void> {
  await bringHome(answers, journal)
  await lend(answers, journal)
  await setSpent(postgres, run, spentIn(journal))
}

interface Parts {
  readonly run: string
  readonly session: string
  readonly queue: Queue
  readonly units: Units
  readonly outbox: Outbox
  readonly members: Members
  readonly onNotice: (text: string) => void
}

/** What is submitted of a run, and what of it has come back. */
class Submission {
  workers = 0
  /** Why workers cannot go on. */
  stopped: string | undefined
  readonly #parts: Parts
  /** Submitted, and not back. */
  readonly #away = new Set<number>()
  #last = -1
  #looked = 0
  #lonely = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Submits items and hands over results until all are back; under an aborted signal, until nobody works on any. */
  async carryOut(
    items: Iterable<WorkItem>,
    onResult: (result: WorkResult) => void,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { queue, units, outbox } = this.#parts
    const source = rangesOf(items, queue.unit)
    const ended = (): boolean => signal.aborted || this.stopped !== undefined
    for (let more = true; ;) {
      while (more && !ended() && this.#away.size < BACKLOG) {
        const next = source.next()
        more = next.done !== true
        if (!next.done) await this.#submit(next.value)
      }
      const working = !ended() || (await units.atWork(await this.#look(true)))
      const results = await outbox.take(this.#last)
      for (const result of results) if (this.#away.delete(result.index)) onResult(result)
      if (results.length > 0) await outbox.collected(results.map(({ index }) => index))
      else if (this.#away.size === 0 && (!more || ended())) return !more
      else if (!working) return false
      else await this.#wait(signal)
    }
  }

  async #submit({ items, policy }: Range): Promise<void> {
    const { run, session, units, outbox } = this.#parts
    const [first, last] = [items[0] as WorkItem, items.at(-1) as WorkItem]
    const unit = { run, session, round: first.round, from: first.index, to: last.index + 1 }
    if (policy) await outbox.announcePolicy(policy)
    await outbox.reopen(unit.from, unit.to)
    if ((await outbox.open(unit.from, unit.to)).length > 0) await units.enqueue(unit)
    for (const { index } of items) this.#away.add(index)
    this.#last = last.index
  }

  async #wait(signal: AbortSignal): Promise<void> {
    await this.#look(false)
    await this.#parts.units.assertWell()
    await setTimeout(WAIT, undefined, { signal }).catch(() => undefined)
  }

  /** Who is alive, asked now and then. */
  async #look(now: boolean): Promise<readonly string[]> {
    if (!now && performance.now() - this.#looked < LOOK) return []
    this.#looked = performance.now()
    const alive = await this.#parts.members.alive()
    this.workers = alive.length
    this.stopped = await this.#parts.outbox.stopped()
    if (alive.length === 0 && !this.#lonely)
      this.#parts.onNotice('No worker is connected. Start some, anywhere: turnsmith worker --runtime dbos')
    this.#lonely = alive.length === 0
    return alive
  }
}

interface Range {
  readonly items: readonly WorkItem[]
  readonly policy: WorkItem['policy']
}

/** Items with consecutive indices, at most a unit of them. */
function* rangesOf(items: Iterable<WorkItem>, size: number): Generator<Range> {
  let range: WorkItem[] = []
  const take = (): Range => {
    const taken = { items: range, policy: range[0]?.policy }
    range = []
    return taken
  }
  for (const item of items) {
    const gap = range.length > 0 && range.at(-1)?.index !== item.index - 1
    if (gap || range.length === size) yield take()
    range.push(item)
  }
  if (range.length > 0) yield take()
}

/** Units of work in the engine's queue, those whose names begin alike. */
interface Units {
  enqueue(unit: Unit): Promise<void>
  /** Takes back what no worker has begun. */
  cancelWaiting(): Promise<void>
  /** Takes back what no living worker has, and tells whether living ones still work. */
  atWork(alive: readonly string[]): Promise<boolean>
  /** Throws what a worker has thrown. */
  assertWell(): Promise<void>
  forget(): Promise<void>
}

const AT_A_TIME = 500

function createUnits(engine: typeof Engine, prefix: string, queue: Queue, version: string): Units {
  const found = (status?: readonly ('ENQUEUED' | 'PENDING' | 'ERROR')[]): Promise<WorkflowStatus[]> =>
    engine.listWorkflows({
      workflow_id_prefix: `${prefix}:`,
      limit: AT_A_TIME,
      loadInput: false,
      ...(status ? { status: [...status] } : {}),
    })
  const cancel = async (units: readonly WorkflowStatus[]): Promise<void> => {
    if (units.length > 0) await engine.cancelWorkflows(units.map(({ workflowID }) => workflowID))
  }
  let checked = 0
  return {
    async enqueue(unit) {
      const workflowID = `${prefix}:${unit.round}:${unit.from}-${unit.to}`
      const common = {
        queueName: queue.name,
        workflowName: WORKFLOW,
        applicationName: APPLICATION,
        appVersion: version,
      }
      await engine.enqueueWorkflowWithOptions({ ...common, workflowID }, unit)
    },
    async cancelWaiting() {
      for (let units = await found(['ENQUEUED']); units.length > 0; units = await found(['ENQUEUED']))
        await cancel(units)
    },
    async atWork(alive) {
      const units = await found(['ENQUEUED', 'PENDING'])
      const working = units.filter(({ status, executorId }) => status === 'PENDING' && alive.includes(executorId ?? ''))
      await cancel(units.filter((unit) => !working.includes(unit)))
      return working.length > 0
    },
    async assertWell() {
      if (performance.now() - checked < LOOK) return
      checked = performance.now()
      const [failed] = await found(['ERROR'])
      if (failed) throw errorOf(failed)
    },
    async forget() {
      for (let units = await found(); units.length > 0; units = await found())
        await engine.deleteWorkflows(units.map(({ workflowID }) => workflowID))
    },
  }
}

/** What a worker threw, where it threw it; what a person can mend there as such. */
function errorOf({ error, workflowID, executorId }: WorkflowStatus): Error {
  const { name, message = 'unknown', stack = '', where, what, remedy } = (error ?? {}) as Partial<UsageError>
  if (name === 'UsageError' && where !== undefined && what !== undefined && remedy !== undefined)
    return new UsageError(`worker ${executorId}: ${where}`, what, remedy)
  return Object.assign(new Error(`${message} (unit ${workflowID} on ${executorId})`), { stack })
}
