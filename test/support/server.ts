import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { worldKind } from '../../src/catalog/worlds.js'
import type { Message } from '../../src/core/message.js'
import type { Trajectory } from '../../src/core/trajectory.js'
import { mini, ticketing, trading } from '../../src/environments/index.js'
import { type Recipe, synthesizeItem } from '../../src/pipeline/index.js'
import {
  type EnvironmentServer,
  type Meaning,
  type ServerOptions,
  serveTasks,
  type Tasks,
  tasksOfRun,
} from '../../src/server/index.js'

const kinds = [[mini], [ticketing], [trading]].map(worldKind)

/** What the tools of such a row mean. */
export function meaningOf({ initial }: Trajectory): Meaning {
  const name = initial.environments[0]?.name
  const kind = kinds.find(({ environments }) => environments[0]?.ref.name === name)
  if (!kind) throw new Error(`meaningOf: no row here is of ${name}`)
  return kind
}

/** Rows with turns of most families, some of them under other names. */
export async function servedRows(): Promise<Trajectory[]> {
  const recipe: Recipe = {
    seed: 3,
    worlds: kinds,
    kmax: 3,
    operators: new Set(['renaming', 'slips']),
    turns: [3, 4],
  }
  const items = await Promise.all(Array.from({ length: 40 }, (_, index) => synthesizeItem(recipe, index)))
  return items.flatMap(({ row }) => row ?? [])
}

/** A file that holds these rows, and is gone after the tests. */
export function fileOfRows(rows: readonly Trajectory[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'turnsmith-server-'))
  afterAll(() => rmSync(directory, { recursive: true }))
  const file = join(directory, 'trajectories.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

export function tasksOf(file: string, families?: readonly string[]): Promise<Tasks> {
  return tasksOfRun(file, { meaning: meaningOf, ...(families ? { families } : {}) })
}

/** A server that is closed after the tests. */
export async function served(tasks: Tasks, options: Partial<ServerOptions> = {}): Promise<EnvironmentServer> {
  const server = await serveTasks(tasks, {
    host: '127.0.0.1',
    port: 0,
    most: 100,
    idle: 900,
    version: '1.2.3',
    ...options,
  })
  afterAll(() => server.close())
  return server
}

/** What the row shows of its turn `k` after the user's message. */
export function shownOf({ messages }: Trajectory, k: number): readonly Message[] {
  const users = messages.flatMap(({ role }, i) => (role === 'user' ? [i] : []))
  return messages.slice((users[k] ?? 0) + 1, users[k + 1] ?? messages.length)
}

/** The calls of these messages, what they showed, and the last words. */
export function playOf(shown: readonly Message[]): {
  readonly calls: readonly { readonly name: string; readonly arguments: { readonly [name: string]: unknown } }[]
  readonly results: readonly string[]
  readonly answer: string
} {
  return {
    calls: shown.flatMap((message) =>
      message.role === 'assistant' ? (message.tool_calls ?? []).map((call) => call.function) : [],
    ),
    results: shown.flatMap((message) => (message.role === 'tool' ? [message.content] : [])),
    answer: shown.at(-1)?.content ?? '',
  }
}

/** Sends JSON and gives the status and what came back. */
export async function send(
  url: string,
  body?: unknown,
  options: { readonly method?: string; readonly headers?: { readonly [name: string]: string } } = {},
): Promise<{ readonly status: number; readonly body: never; readonly headers: Headers }> {
  const { method = body === undefined ? 'GET' : 'POST', headers = {} } = options
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as never, headers: response.headers }
}
