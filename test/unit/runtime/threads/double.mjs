// The work of a thread as `serve` makes it: doubles numbers, and does what some of them ask for instead.
import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'

const once = (path) => {
  if (existsSync(path)) return false
  writeFileSync(path, '')
  return true
}

async function double(input, shared) {
  if (input.exit) process.exit(3)
  if (input.exitOnce && once(input.exitOnce)) process.exit(3)
  if (input.fail) throw new RangeError(`cannot double ${input.n}`)
  if (input.wait) await setTimeout(input.wait)
  return { twice: 2 * input.n, shared, data: workerData }
}

export async function work({ inputs, shared }) {
  const outputs = []
  try {
    for (const input of inputs) outputs.push(await double(input, shared))
  } catch (error) {
    return { outputs, milliseconds: 0, thrown: { message: error.message, stack: error.stack } }
  }
  return { outputs, milliseconds: 1 }
}
