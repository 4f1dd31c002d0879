import { randomUUID } from 'node:crypto'
import { RequestRefusal } from './refusal.js'
import { Session } from './session.js'
import type { Tasks } from './tasks.js'

export interface SessionLimits {
  /** Sessions that go on at the same time. */
  readonly most: number
  /** Seconds after which a session that nobody uses is dropped. */
  readonly idle: number
}

/** Which task a session is to be about: by its id, by a number, else the next one. */
export interface Wanted {
  readonly task?: string | undefined
  readonly seed?: number | undefined
  /** The session's id, where the caller gives one; a session of that id is replaced. */
  readonly id?: string | undefined
}

/** Sessions by their ids. */
export class Sessions {
  readonly tasks: Tasks
  readonly limits: SessionLimits
  private readonly open = new Map<string, { readonly session: Session; used: number }>()
  private readonly sweeper: NodeJS.Timeout
  private next = 0

  constructor(tasks: Tasks, limits: SessionLimits) {
    this.tasks = tasks
    this.limits = limits
    this.sweeper = setInterval(() => this.dropIdle(), limits.idle * 250).unref()
  }

  get count(): number {
    return this.open.size
  }

  async start({ task, seed, id = randomUUID() }: Wanted): Promise<Session> {
    this.makeRoom(id)
    const wanted = task ?? this.tasks.idOf(seed ?? this.next++)
    const session = new Session(id, await this.tasks.open(wanted))
    // Others may have come while the task was read.
    this.makeRoom(id)
    this.open.set(id, { session, used: Date.now() })
    return session
  }

  get(id: string): Session {
    const found = this.open.get(id)
    if (!found) throw new RequestRefusal('unknown-session', `There is no session '${id}', or it was idle for too long.`)
    found.used = Date.now()
    return found.session
  }

  /** False where there is none. */
  close(id: string): boolean {
    return this.open.delete(id)
  }

  /** Lets go of this one, unless another has taken its id. */
  drop(session: Session): void {
    if (this.open.get(session.id)?.session === session) this.open.delete(session.id)
  }

  stop(): void {
    clearInterval(this.sweeper)
    this.open.clear()
  }

  /** Sessions that are over make room for new ones. */
  private makeRoom(id: string): void {
    if (this.open.has(id) || this.open.size < this.limits.most) return
    const over = [...this.open].find(([, { session }]) => session.outcome)
    if (!over) throw new RequestRefusal('capacity', `All ${this.limits.most} sessions are in use.`)
    this.open.delete(over[0])
  }

  private dropIdle(): void {
    const before = Date.now() - this.limits.idle * 1000
    for (const [id, { used }] of this.open) if (used < before) this.open.delete(id)
  }
}
