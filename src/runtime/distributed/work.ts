import { setInterval } from 'node:timers/promises'
import type { Policy } from '../../core/policy.js'
import type { Runtime, WorkItem, WorkResult } from '../../core/run.js'
import type { StorageError } from '../../store/index.js'
import { createAnswers } from './answers.js'
import { launchEngine, prepareTables, QUEUES, type Step, type Unit } from './engine.js'
import { createMembers } from './members.js'
import { createOutbox, type OpenItem, type Outbox } from './outbox.js'
import { createSharedBudget, settleFor } from './money.js'
import { connect } from './postgres.js'
import { createSlots, type Slots } from './slots.js'
import type { Answers, Budget, Caps } from '../../pipeline/index.js'
import { crashed } from '../runtimes.js'

export interface WorkerOptions {
  readonly url: string
  /** Its name, to which a number is added: the first that is free, so that it stays the same after a restart. */
  readonly name: string
  readonly version: string
  /** Makes the items of a run as it was announced, or refuses it because it would make others. */
  readonly runtimeFor: (announcement: unknown, run: string, shared: SharedMeans) => Runtime
  /** Aborted: finish the units under way and leave. */
  readonly signal: AbortSignal
  readonly onNotice: (text: string) => void
  readonly onLost: (error: StorageError) => void
}

/** What the workers of a run on models have in common. */
export interface SharedMeans {
  readonly answers: Answers
  readonly budgetFor: (caps: Caps) => Budget
  readonly within: Slots['within']
}

/** Items between two checkpoints of a unit. */
const STEP = 10

/** How often an item may take its worker down before it is given up. */
const TRIES = 3

const BEAT = 2000

/** How long a unit under way may take when the worker is to leave; what is not done by then others do. */
const GRACE = 60_000

/** Works on units of any run of this version until it is told to leave. */
export async function work(options: WorkerOptions): Promise<void> {
  const { url, version, signal, onNotice } = options
  const postgres = await connect(url, options.onLost)
  const members = createMembers(postgres)
  const executor = await members.join(options.name)
  const slots = createSlots(postgres, executor)
  const runs = new Runs(
    (run) => createOutbox(postgres, run),
    (announcement, run) =>
      options.runtimeFor(announcement, run, {
        answers: createAnswers(postgres, run),
        budgetFor: (caps) => createSharedBudget(postgres, run, executor, caps),
        within: (endpoint, limit, ask) => slots.within(endpoint, limit, ask),
      }),
  )
  const make = async (unit: Unit, step: Step): Promise<void> => {
    const { from, to } = unit
    for (let first = from; first < to; first += STEP) {
      const last = Math.min(to, first + STEP)
      await step(`${first}-${last}`, () => runs.make(unit, first, last))
    }
  }
  await prepareTables(postgres)
  // A worker of this name that died left its reservations.
  await settleFor(postgres.query, executor)
  await members.beat(executor)
  const engine = await launchEngine(postgres, { url, executor, version, make, onNotice })
  const takeOver = async (dead: string): Promise<void> => {
    let taken = 0
    for (const { name } of QUEUES) {
      const found = await engine.listWorkflows({
        executorId: dead,
        status: 'PENDING',
        queueName: name,
        loadInput: false,
      })
      const units = found.map(({ workflowID }) => workflowID)
      // With the queue's name: resumed without it, they would run beside the queue and its limits.
      if (units.length > 0) await engine.resumeWorkflows(units, { queueName: name })
      taken += units.length
    }
    onNotice(`Worker ${dead} is gone; ${taken} of its units go to others.`)
  }
  onNotice(`Worker ${executor} is connected.`)
  try {
    for await (const _ of setInterval(BEAT, undefined, { signal })) {
      await members.beat(executor)
      await members.bury(executor, takeOver)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  await engine.shutdown({ workflowCompletionTimeoutMS: GRACE })
  await members.leave(executor)
  await runs.close()
  await postgres.close()
}

type Make = (announcement: unknown, run: string) => Runtime

/** The runs that a worker has units of. */
class Runs {
  /** By session: when a run is gone on with, other means may be announced. */
  readonly #known = new Map<string, KnownRun>()
  readonly #outboxOf: (run: string) => Outbox
  readonly #runtimeFor: Make

  constructor(outboxOf: (run: string) => Outbox, runtimeFor: Make) {
    this.#outboxOf = outboxOf
    this.#runtimeFor = runtimeFor
  }

  /** Makes the items of a range that are not made yet. */
  async make(unit: Unit, from: number, to: number): Promise<void> {
    const known = this.#enter(unit)
    try {
      await this.#makeIn(known, unit.round, await known.outbox.open(from, to))
    } finally {
      known.users -= 1
    }
    await this.#leaveOthers(unit.session)
  }

  /** Items that were begun and not finished may have killed their worker: one by one they show which of them does. */
  async #makeIn(known: KnownRun, round: number, open: readonly OpenItem[]): Promise<void> {
    const { outbox, session } = known
    const together = open.every(({ tries }) => tries === 0)
    const parts = together ? [open] : open.map((item) => [item])
    for (const part of parts) {
      if (part.length === 0) continue
      const indices = part.map(({ index }) => index)
      const hopeless = part.some(({ tries }) => tries > TRIES)
      if (!hopeless) await outbox.begin(indices)
      const results = hopeless ? indices.map(crashed) : await resultsOf(known, round, indices)
      await outbox.put(results.filter(({ status }) => status !== 'stopped'))
      const stopped = (await known.runtime).stopped?.()
      if (stopped !== undefined) await outbox.stop(session, stopped)
    }
  }

  #enter({ run, session }: Unit): KnownRun {
    const known = this.#known.get(session) ?? this.#meet(run, session)
    this.#known.set(session, known)
    known.users += 1
    return known
  }

  #meet(run: string, session: string): KnownRun {
    const outbox = this.#outboxOf(run)
    const runtime = outbox.announcement().then((announcement) => this.#runtimeFor(announcement, run))
    // A run that cannot be made here fails in the unit that asks for it; until one does, it must not end the worker.
    runtime.catch(() => undefined)
    return { run, session, outbox, runtime, users: 0 }
  }

  async #leaveOthers(session: string): Promise<void> {
    const idle = [...this.#known.values()].filter((known) => known.session !== session && known.users === 0)
    for (const known of idle) this.#known.delete(known.session)
    for (const { runtime } of idle) await (await runtime).close()
  }

  async close(): Promise<void> {
    for (const { runtime } of this.#known.values()) await (await runtime).close()
  }
}

interface KnownRun {
  readonly run: string
  readonly session: string
  readonly outbox: Outbox
  readonly runtime: Promise<Runtime>
  /** Steps under way. */
  users: number
  policy?: Policy
}

async function resultsOf(known: KnownRun, round: number, indices: readonly number[]): Promise<WorkResult[]> {
  const policy = await policyOf(known, round)
  const items = indices.map((index): WorkItem => ({ run: known.run, index, round, ...(policy ? { policy } : {}) }))
  const results: WorkResult[] = []
  await (await known.runtime).run(items, (result) => void results.push(result), new AbortController().signal)
  return results
}

/** The policy of a round, where it has one; the last one is kept. */
async function policyOf(known: KnownRun, round: number): Promise<Policy | undefined> {
  if (known.policy?.round === round) return known.policy
  const policy = await known.outbox.policy(round)
  if (policy) known.policy = policy
  return policy
}
