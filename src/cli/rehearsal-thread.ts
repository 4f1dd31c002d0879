import { parentPort, workerData } from 'node:worker_threads'
import { knownEnvironments, useFilesOfProcess } from '../catalog/index.js'
import { type ModelServerOptions, startModelServer } from '../testing/index.js'

await useFilesOfProcess()

/** The module of the thread that a rehearsal's model server has to itself: a run that computes must not make it late. */
const server = await startModelServer({
  ...(workerData as Omit<ModelServerOptions, 'environments'>),
  environments: [...knownEnvironments().values()],
})

parentPort?.on('message', (asked: 'counts' | 'close') => {
  if (asked === 'counts') parentPort?.postMessage(server.counts())
  else void server.close().then(() => parentPort?.close())
})

parentPort?.postMessage(server.url)
