import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type BenchmarkClasses,
  type BfclCase,
  type CheckerRecord,
  type Category,
  loadCases,
  loadClasses,
  type ModelResponse,
  readCheckerRecords,
  type Transcript,
  TranscriptFolder,
} from '../../src/benchmarks/bfcl/index.js'
import { evaluate } from '../../src/cli/bfcl-eval.js'
import { parseCall, ParseError } from '../../src/text/index.js'
import { BFCL_DIR, bfclPresent } from '../support/golden.js'
import { chatServer } from '../unit/benchmarks/chat-server.js'
import { answerer, truthOf } from './bfcl-answerer.js'

if (!bfclPresent) console.log('not run: evaluation on the benchmark data (no data; set TURNSMITH_BFCL_DIR)')

const LIMIT = 12
const data = join(BFCL_DIR, 'data')
const out = mkdtempSync(join(tmpdir(), 'turnsmith-eval-'))
let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses()
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** Plays the first cases of a category against a server that answers with these responses. */
async function played(category: Category, name: string, responseOf: (one: BfclCase) => ModelResponse, limit = LIMIT): Promise<Map<string, Transcript>> {
  const server = await chatServer(answerer(loadCases(data, category), classes, responseOf))
  const [log, error] = [vi.spyOn(console, 'log').mockImplementation(() => {}), vi.spyOn(console, 'error').mockImplementation(() => {})]
  const options = { data, baseUrl: server.url, model: name, categories: category, concurrency: 4, temperature: 0, limit, out: join(out, name) }
  try {
    await evaluate(options)
  } finally {
    log.mockRestore()
    error.mockRestore()
    await server.close()
  }
  return new TranscriptFolder(join(out, name), { benchmark: 'BFCL_v4', model: name, style: 'tool-calling', temperature: 0 }).read(category)
}

describe.skipIf(!bfclPresent)('bfcl eval on the benchmark data', () => {
  it.each<Category>(['base', 'miss_func', 'miss_param', 'long_context'])('gives the ground truth of %s 100 %', async (category) => {
    const transcripts = await played(category, `truth-${category}`, truthOf)
    expect([...transcripts.values()].filter(({ verdict }) => !verdict.valid).map(({ id, verdict }) => `${id}: ${verdict.errorMessage}`)).toEqual([])
    expect(transcripts.size).toBe(LIMIT)
  })

  it('gives silence 0 %', async () => {
    const transcripts = await played('base', 'silent', () => [])
    expect([...transcripts.values()].filter(({ verdict }) => verdict.valid)).toEqual([])
  })

  it("gives mutated answers the original checker's verdicts", async () => {
    const records = playable(readCheckerRecords(join(BFCL_DIR, 'golden', 'checker.jsonl.gz')).filter(({ category }) => category === 'base'))
    const transcripts = await played('base', 'mutated', ({ id }) => records.get(id)?.model_response ?? [], 45)
    const compared = [...transcripts.values()].filter(({ id }) => records.has(id))
    expect(compared.length).toBeGreaterThan(30)
    for (const { id, verdict } of compared) {
      const { valid, error_type: errorType, error_message: errorMessage } = (records.get(id) as CheckerRecord).verdict
      expect({ id, valid: verdict.valid, errorType: verdict.errorType, errorMessage: verdict.errorMessage }).toEqual({ id, valid, errorType, errorMessage })
    }
  })
})

/** One record a case whose response a server can give: whole cases of steps that are calls, none empty. */
function playable(records: readonly CheckerRecord[]): Map<string, CheckerRecord> {
  const fits = records.filter(
    ({ mutation, model_response: turns }) => mutation !== 'terminated' && turns.flat().every((step) => step.length > 0 && step.every(isLiteralCall)),
  )
  return new Map(fits.map((record) => [record.case_id, record]))
}

function isLiteralCall(text: string): boolean {
  try {
    const { positional, keywords } = parseCall(text)
    return [...positional, ...keywords.map(({ value }) => value)].every(({ kind }) => kind === 'literal')
  } catch (error) {
    if (error instanceof ParseError) return false
    throw error
  }
}
