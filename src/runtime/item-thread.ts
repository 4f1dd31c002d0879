import { workerData } from 'node:worker_threads'
import { useFilesOfProcess } from '../catalog/index.js'
import type { Policy } from '../core/policy.js'
import type { WorkResult } from '../core/run.js'
import { type Configuration, recipeOf } from './configuration.js'
import { performItem } from './perform-item.js'
import type { SharedPolicy } from './runtimes.js'
import { type Serve, serve } from './serve.js'

await useFilesOfProcess()

/** The module of a thread that makes items: the worlds are built once, the policy is read once a round. */
const recipe = recipeOf(workerData as Configuration)

let policy: Policy | undefined

/** Makes the items of a batch. */
export const work: Serve<number, SharedPolicy | undefined, WorkResult> = serve((index, shared) => {
  if (shared && policy?.round !== shared.round) policy = readPolicy(shared)
  return performItem(recipe, index, policy)
})

function readPolicy({ bytes }: SharedPolicy): Policy {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Policy
}
