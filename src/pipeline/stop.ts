/** Why a run ends before its items are done: a person stopped it, the money is spent, or an endpoint gave up. */
export type StopCause = 'interrupted' | 'budget' | 'endpoint' | 'batch'

/** Ends the item under way; nothing of it is lost, and the run can be gone on with. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped'
  readonly stop: StopCause

  constructor(stop: StopCause, message: string) {
    super(message)
    this.stop = stop
  }
}
