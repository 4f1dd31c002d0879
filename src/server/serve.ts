import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { UsageError } from '../core/errors.js'
import { type AppOptions, createApp } from './app.js'
import { MOST_BYTES } from './guard.js'
import { type SessionLimits, Sessions } from './sessions.js'
import type { Tasks } from './tasks.js'

export interface ServerOptions extends SessionLimits, AppOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
}

/** A server that listens. */
export interface EnvironmentServer {
  readonly url: string
  /** Sessions that go on. */
  readonly sessions: number
  close(): Promise<void>
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** Serves tasks to trainers: OpenEnv, MCP, NeMo Gym and plain requests at one port. */
export async function serveTasks(tasks: Tasks, options: ServerOptions): Promise<EnvironmentServer> {
  const { host, port, token } = options
  if (token === undefined && !LOOPBACK.has(host))
    throw new UsageError(
      `--host ${host}`,
      'others could reach the server there, and it has no token',
      'Put one into TURNSMITH_SERVER_TOKEN, or leave --host away.',
    )
  const sessions = new Sessions(tasks, options)
  const { app, close } = createApp(sessions, options)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES })
  const server = serve({ fetch: app.fetch, hostname: host, port, websocket: { server: sockets } })
  await new Promise<void>((ready, failed) => {
    server.once('listening', ready)
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new UsageError(
              `--port ${port}`,
              `nothing can listen there (${error.code})`,
              'Give another one; 0 takes any that is free.',
            )
          : error,
      ),
    )
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    get sessions() {
      return sessions.count
    },
    async close() {
      sessions.stop()
      for (const socket of sockets.clients) socket.terminate()
      await close()
      await new Promise((closed) => server.close(closed))
    },
  }
}
