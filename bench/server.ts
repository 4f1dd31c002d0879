import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { machine, MAIN, measured, withFolder } from './support/command.js'

const SESSIONS = Number(process.env['TURNSMITH_BENCH_SESSIONS'] ?? 1000)
const SECONDS = Number(process.env['TURNSMITH_BENCH_SECONDS'] ?? 20)
/** Rows whose turns are served. */
const ROWS = Math.min(300, SESSIONS)

/** Steps of a session, from its reset to its answer; so many seconds pass until all have begun, one after another. */
const ROUND = 10

/** Many sessions at once, each with one step a second, against a server in a process of its own. */
export async function run(): Promise<void> {
  await withFolder(async (folder) => {
    const out = join(folder, 'run')
    measured('synth', '--count', String(ROWS), '--turns', '4-4', '--out', out)
    const server = spawn(
      process.execPath,
      [MAIN, 'serve', out, '--port', '0', '--json', '--max-sessions', String(SESSIONS)],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    try {
      await measure(server)
    } finally {
      server.kill()
    }
  })
}

async function measure(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('bench: the server says nothing')
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { readonly url: string }
  const clients = await Promise.all(Array.from({ length: SESSIONS }, (_, i) => Client.connect(url, i)))
  const took: number[] = []
  const steady = performance.now() + ROUND * 1000
  const failed = await Promise.all(clients.map((client, i) => client.play((i * ROUND) / SESSIONS, steady, took)))
  for (const client of clients) client.close()
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
  console.log(
    `${machine()}; ${SESSIONS} sessions at once over sockets, each with one step a second, steady state over ${SECONDS} s, clients on the same machine\n` +
      `${took.length} steps, ${failed.reduce((sum, one) => sum + one, 0)} failed; half of them in ${at(0.5)} ms, 99 of 100 in ${at(0.99)} ms (bar 50 ms), the slowest in ${at(1)} ms`,
  )
}

/** One session after another on one connection: calls of tools of the task, without their arguments, then an answer. */
class Client {
  private readonly socket: WebSocket
  private readonly first: number

  private constructor(socket: WebSocket, first: number) {
    this.socket = socket
    this.first = first
  }

  static async connect(url: string, first: number): Promise<Client> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`)
    await once(socket, 'open')
    return new Client(socket, first)
  }

  /** Begins after so many seconds, so that not all come at once, and times its steps from when all have begun; how many failed. */
  async play(after: number, steady: number, took: number[]): Promise<number> {
    let [failed, tools] = [0, [] as readonly string[]]
    await wait(after * 1000)
    for (let step = 0, due = performance.now(); performance.now() < steady + SECONDS * 1000; step++, due += 1000) {
      const begun = performance.now()
      const { type, data } = await this.ask(this.frame(step, tools))
      if (begun >= steady) took.push(performance.now() - begun)
      if (type === 'error') failed += 1
      tools = data.observation?.tools?.map(({ name }) => name) ?? tools
      await wait(Math.max(0, due + 1000 - performance.now()))
    }
    return failed
  }

  private frame(step: number, tools: readonly string[]): object {
    const round = step % ROUND
    if (round === 0) return { type: 'reset', data: { seed: this.first + step * SESSIONS } }
    if (round === ROUND - 1) return { type: 'step', data: { type: 'answer', content: 'That is all.' } }
    return { type: 'step', data: { type: 'call_tool', tool_name: tools[step % tools.length], arguments: {} } }
  }

  private async ask(frame: object): Promise<Answer> {
    const answer = once(this.socket, 'message')
    this.socket.send(JSON.stringify(frame))
    const [text] = (await answer) as [Buffer]
    return JSON.parse(text.toString()) as Answer
  }

  close(): void {
    this.socket.terminate()
  }
}

interface Answer {
  readonly type: string
  readonly data: { readonly observation?: { readonly tools?: readonly { readonly name: string }[] } }
}
