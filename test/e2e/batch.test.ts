import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BatchRequest } from '../../src/core/batch.js'
import type { ModelServer } from '../../src/testing/index.js'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { configurationFor, modelServers } from '../support/model-server.js'
import { temporaryDirectories } from '../support/results.js'

const directory = temporaryDirectories()
const serve = modelServers()

const linesIn = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** What a batch service writes: answers in another order, one line expired, one failed, the last request forgotten. */
async function answerBatch(server: ModelServer, requests: string, results: string): Promise<void> {
  const asked = linesIn(requests).map((line) => JSON.parse(line) as BatchRequest)
  const lines = asked.slice(0, -1).map(async ({ custom_id, body, url }, i) => {
    if (i === 1) return { custom_id, response: null, error: { code: 'batch_expired', message: 'too late' } }
    if (i === 2) return { custom_id, response: { status_code: 500, body: { error: { message: 'no' } } }, error: null }
    const headers = { 'content-type': 'application/json', 'idempotency-key': custom_id }
    const post = { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(new URL(url, server.url), post)
    return { id: `r${i}`, custom_id, response: { status_code: response.status, body: await response.json() } }
  })
  const texts = (await Promise.all(lines)).map((line) => JSON.stringify(line)).toReversed()
  writeFileSync(results, `${texts.join('\n')}\n`)
}

describe('a run in batches', () => {
  it('asks in waves, takes what came back, and makes the rows of a run over the wire', async () => {
    const server = await serve()
    const [root, out, online] = [directory(), join(directory(), 'run'), join(directory(), 'online')]
    const config = configurationFor(root, server)
    const synth = ['synth', '--agents', 'model', '--count', '4', '--turns', '1', '--environments', 'mini']
    const command = [...synth, '--operators', 'none', '--config', config, '--json']
    for (let wave = 0; wave < 2; wave++) {
      const [requests, results] = [join(root, `requests-${wave}.jsonl`), join(root, `results-${wave}.jsonl`)]
      const written = await turnsmith(
        ...(wave === 0
          ? [...command, '--out', out, '--batch', requests]
          : ['batch', 'write', out, '--out', requests, '--json']),
      )
      expect([written.code, messagesOf(written)]).toEqual([0, []])
      const ids = linesIn(requests).map((line) => (JSON.parse(line) as BatchRequest).custom_id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every((id) => id.length <= 64)).toBe(true)
      expect(summaryOf(written)).toMatchObject({ batch: [{ path: requests, requests: ids.length }] })
      await answerBatch(server, requests, results)
      const read = await turnsmith('batch', 'read', out, results, '--json')
      const errors = { batch_expired: 1, 'HTTP 500': 1 }
      expect(summaryOf(read)).toMatchObject({ answered: ids.length - 3, repeated: 0, unknown: 0, errors })
    }
    expect(summaryOf(await turnsmith('batch', 'read', out, join(root, 'results-1.jsonl'), '--json'))).toMatchObject({
      answered: 0,
    })
    const resumed = await turnsmith('resume', out, '--json')
    expect(summaryOf(resumed)).toMatchObject({ accepted: 4, answers: server.counts().answers })
    expect([...server.counts().answersOf.values()].every((times) => times === 1)).toBe(true)
    expect((await turnsmith('verify', out)).code).toBe(0)
    await turnsmith(...command, '--out', online)
    expect(linesIn(join(out, 'trajectories.jsonl'))).toEqual(linesIn(join(online, 'trajectories.jsonl')))
  })

  it('refuses what cannot be a batch', async () => {
    const out = join(directory(), 'run')
    const alone = await turnsmith('synth', '--count', '1', '--out', out, '--batch', join(directory(), 'r.jsonl'))
    expect([alone.code, messagesOf(alone).join()]).toEqual([2, expect.stringContaining('only a run on models')])
  })
})
