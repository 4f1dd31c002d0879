import { setMaxListeners } from 'node:events'

/** A signal that the first Ctrl-C (or SIGTERM) aborts; the second ends the process at once. */
export interface Interrupts {
  readonly signal: AbortSignal
  /** Gives Ctrl-C back its usual meaning. */
  release(): void
}

/** Listens for Ctrl-C; `advice` is what the person is told at the first. */
export function listenForInterrupts(advice: string): Interrupts {
  const stop = new AbortController()
  // Whatever is under way waits for it, however much that is.
  setMaxListeners(0, stop.signal)
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130)
    process.stderr.write(`\n${advice}\n`)
    stop.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal)
  return {
    signal: stop.signal,
    release: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal)
    },
  }
}
