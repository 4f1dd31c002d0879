import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Way } from '../catalog/index.js'
import type { BatchRequest } from '../core/batch.js'
import { UsageError } from '../core/errors.js'
import { isObject } from '../core/json.js'
import { batchRequestOf, fetchFromBatch } from '../model/index.js'
import { RunStopped } from '../pipeline/index.js'
import { type BatchFile, createLineFile, type LineFile } from '../store/index.js'

/** The files that a wave wrote, one for each model, and how many requests they hold. */
export type WaveFiles = readonly { readonly path: string; readonly requests: number }[]

/** One stage of a run in batches: every item goes on as far as answers are there, and what it asks next is written down. */
export interface Wave {
  readonly way: Way
  /** Puts the files in place. */
  close(): Promise<WaveFiles>
}

/** Starts a wave whose requests go to `path`, or beside it where there are several models. */
export function startWave(batch: BatchFile, path: string): Wave {
  if (existsSync(path)) throw overwriting(path)
  const files = new Map<string, LineFile>()
  const written = new Set<string>()
  const write = async (request: BatchRequest): Promise<void> => {
    if (written.has(request.custom_id)) return
    written.add(request.custom_id)
    const model = isObject(request.body) ? String(request.body['model']) : ''
    const file = files.get(model) ?? open(path, files.size)
    files.set(model, file)
    await file.append(Buffer.from(`${JSON.stringify(request)}\n`), 1)
  }
  return {
    way: () =>
      fetchFromBatch(batch.answerTo, async (_, init) => {
        const request = batchRequestOf(init)
        if (!request) throw new Error('a request of a batch has no key')
        await write(request)
        throw new RunStopped('batch', 'the next request was written down')
      }),
    async close() {
      batch.ask([...written])
      const closed = await Promise.all([...files.values()].map((file) => file.close()))
      return closed.map(({ name, rows }) => ({ path: join(dirname(path), name), requests: rows }))
    },
  }
}

/** A way that takes what batches have answered, and else goes over the wire. */
export function fromBatches(batch: BatchFile): Way {
  return (wire) => fetchFromBatch(batch.answerTo, wire)
}

/** A batch is for one model: the second has a file of its own. */
function open(path: string, others: number): LineFile {
  const kind = extname(path)
  const name = others === 0 ? basename(path) : `${basename(path, kind)}-${others + 1}${kind}`
  if (existsSync(join(dirname(path), name))) throw overwriting(join(dirname(path), name))
  return createLineFile(dirname(path), name, 'Free some space or choose another place, and give the command again.')
}

function overwriting(path: string): UsageError {
  return new UsageError(path, 'the file is there already', 'Choose another name; nothing was overwritten.')
}
