import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BfclEvalOptions, evaluate } from '../../../src/cli/bfcl-eval.js'
import { UsageError } from '../../../src/core/errors.js'
import { type ChatServer, chatServer, type WireAnswer, type WireRequest } from './chat-server.js'
import { CASES, dataFolder } from './data.js'

let data: ReturnType<typeof dataFolder>
let server: ChatServer | undefined
let printed: string[]
let said: string[]

beforeEach(() => {
  data = dataFolder()
  printed = []
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
})

afterEach(async () => {
  vi.restoreAllMocks()
  data.remove()
  await server?.close()
  server = undefined
})

function options(extra: Partial<BfclEvalOptions> = {}): BfclEvalOptions {
  return {
    data: data.directory,
    baseUrl: server?.url ?? 'http://127.0.0.1:9/v1',
    model: 'm',
    categories: 'multi_turn_base',
    concurrency: 2,
    temperature: 0,
    out: join(data.directory, 'out'),
    json: true,
    ...extra,
  }
}

async function run(
  answer: (request: WireRequest) => WireAnswer,
  extra: Partial<BfclEvalOptions> = {},
): Promise<{ [field: string]: unknown }> {
  server ??= await chatServer(answer)
  printed = []
  await evaluate(options(extra))
  return JSON.parse(printed.at(-1) ?? '{}') as { [field: string]: unknown }
}

/** Calls what the user asks for, then says it is done. */
function obliging({ messages }: WireRequest): WireAnswer {
  const last = messages.at(-1)
  if (last?.role !== 'user') return { content: 'Done.' }
  const [, name] = /make (.)/.exec(last.content ?? '') ?? []
  return {
    calls: [
      name === undefined
        ? { name: 'ls', arguments: '{}' }
        : { name: 'touch', arguments: JSON.stringify({ file_name: name }) },
    ],
  }
}

const failure = async (extra: Partial<BfclEvalOptions> = {}): Promise<string> => {
  const error: unknown = await evaluate(options(extra)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

describe('bfcl eval', () => {
  it('scores an answerer that does everything 100 %, with the columns of the leaderboard', async () => {
    expect(await run(obliging)).toMatchObject({
      cases: 3,
      played: 3,
      resumed: 0,
      overall: 1,
      categories: { base: { cases: 3, passed: 3, accuracy: 1 } },
      unsupported: 0,
      tokens: { in: 24, out: 8 },
    })
    expect(printed[0]).toMatch(
      /Model +Overall +Base +Miss Func +Miss Param +Long Context\nm +100\.00 % +100\.00 % +- +- +-/,
    )
  })

  it('scores one that never calls 0 %, and says so', async () => {
    expect(await run(() => ({ content: 'Sorry.' }))).toMatchObject({
      overall: 0,
      byErrorType: { 'multi_turn:empty_turn_model_response': 3 },
    })
    expect(said.at(-1)).toContain('--prompting')
  })

  it('plays bracketed calls in text', async () => {
    const answer = ({ messages, tools }: WireRequest): WireAnswer => {
      expect(tools).toBeUndefined()
      const text = messages.at(-1)?.content ?? ''
      const [, name] = /^make (.)$/.exec(text) ?? []
      return { content: name ? `[touch(file_name='${name}')]` : text === 'look' ? '[ls()]' : 'Done.' }
    }
    expect(await run(answer, { prompting: true })).toMatchObject({ overall: 1 })
  })

  it('plays only the first cases when limited, then goes on with the rest', async () => {
    expect(await run(obliging, { limit: 1 })).toMatchObject({ cases: 1, played: 1 })
    expect(await run(obliging)).toMatchObject({ cases: 3, played: 2, resumed: 1, overall: 1 })
    expect(await run(obliging)).toMatchObject({ cases: 3, played: 0, resumed: 3, overall: 1 })
  })

  it('drops a transcript that a crash cut short and plays its case again', async () => {
    await run(obliging)
    const file = join(data.directory, 'out', 'multi_turn_base.jsonl')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    writeFileSync(file, `${lines[0]}\n`)
    appendFileSync(file, (lines[1] ?? '').slice(0, 40))
    expect(await run(obliging)).toMatchObject({ played: 2, resumed: 1, overall: 1 })
    expect(
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id)
        .toSorted(),
    ).toEqual(CASES.map(({ id }) => id))
  })

  it('fails only the case whose request the endpoint refuses later', async () => {
    let answers = 0
    server = await chatServer((request) =>
      (answers += 1) > 4 ? { status: 400, body: '{"error":{"message":"too long"}}' } : obliging(request),
    )
    expect(await run(obliging, { concurrency: 1 })).toMatchObject({ byErrorType: { 'multi_turn:inference_error': 2 } })
  })
})

describe('bfcl eval fails in one line', () => {
  it('when nothing answers', async () => {
    expect(await failure()).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/v1: nothing answers \(.+\)\. Start the server or check --base-url\.$/,
    )
  })

  it('when the endpoint takes no tools', async () => {
    server = await chatServer(({ tools }) =>
      tools
        ? { status: 400, body: '{"error":{"message":"\\"auto\\" tool choice requires a tool call parser"}}' }
        : { content: 'hi' },
    )
    expect(await failure()).toBe(
      '--base-url: the endpoint refuses requests that offer tools (HTTP 400: "auto" tool choice requires a tool call parser). Start the server with its tool-call parser, or use --prompting.',
    )
  })

  it('when the endpoint wants a key, has no such model, or speaks something else', async () => {
    server = await chatServer(() => ({ status: 401, body: '{"error":{"message":"no key"}}' }))
    expect(await failure()).toContain('Set TURNSMITH_API_KEY')
    await server.close()
    server = await chatServer(() => ({ status: 404, body: '{"detail":"The model m does not exist"}' }))
    expect(await failure()).toBe(
      '--base-url: the endpoint refuses the request (HTTP 404: The model m does not exist). Check --base-url and --model.',
    )
    await server.close()
    server = await chatServer(() => ({ status: 200, body: '<html>' }))
    expect(await failure()).toContain('does not speak the chat-completions protocol')
  })

  it('when data are missing, of another version, or broken', async () => {
    expect(await failure({ data: join(data.directory, 'nowhere') })).toContain('nowhere: no such folder.')
    expect(await failure({ categories: 'miss_func' })).toContain('has no BFCL_v4_multi_turn_miss_func.json')
    const old = dataFolder('BFCL_v3')
    expect(await failure({ data: old.directory })).toContain('holds BFCL_v3 data, this reads BFCL_v4')
    old.remove()
    expect(await failure({ categories: 'multi_turn_extra' })).toContain("there is no category 'extra'")
    writeFileSync(join(data.directory, 'BFCL_v4_multi_turn_base.json'), '{"id":"x"}\n')
    expect(await failure()).toContain("is not BFCL_v4 multi-turn data ('question' is missing or of another type)")
    writeFileSync(join(data.directory, 'BFCL_v4_multi_turn_base.json'), '{"id":\n')
    expect(await failure()).toContain('line 1: is not JSON')
  })

  it('when function documents are missing', async () => {
    rmSync(join(data.directory, 'multi_turn_func_doc', 'math_api.json'))
    server = await chatServer(obliging)
    expect(await failure()).toContain('math_api.json: no such file')
  })

  it('when the folder holds an evaluation of another model', async () => {
    await run(obliging)
    expect(await failure({ model: 'other' })).toContain(
      'holds an evaluation with other settings (model: "m", now "other")',
    )
  })
})
