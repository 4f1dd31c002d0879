import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ModelServerCounts, ModelServerOptions } from '../testing/index.js'

/** A model server on a thread of its own. */
export interface RehearsalServer {
  readonly url: string
  counts(): Promise<ModelServerCounts>
  close(): Promise<void>
}

/** Starts a model server over all built-in environments. */
export async function startRehearsalServer(
  options: Omit<ModelServerOptions, 'environments'>,
): Promise<RehearsalServer> {
  const thread = new Worker(new URL('./rehearsal-thread.js', import.meta.url), { workerData: options })
  const [url] = (await once(thread, 'message')) as [string]
  return {
    url,
    async counts() {
      thread.postMessage('counts')
      const [counts] = (await once(thread, 'message')) as [ModelServerCounts]
      return counts
    },
    async close() {
      thread.postMessage('close')
      await once(thread, 'exit')
    },
  }
}
