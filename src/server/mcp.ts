import { createMcpHandler, type McpServerFactory, Server } from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import { isObject } from '../core/json.js'
import type { Session } from './session.js'
import type { Sessions } from './sessions.js'

/**
 * The tools of one session as an MCP server at an address of its own, so that every client finds its session, whichever
 * revision of the protocol it speaks (formats 5.1, 5.4). It can call; what it says to the user goes another way.
 */
export function mcpRoutes(
  sessions: Sessions,
  version: string,
): { readonly app: Hono; readonly close: () => Promise<void> } {
  const factory: McpServerFactory = ({ requestInfo }) => serverOf(sessions.get(sessionIn(requestInfo)), version)
  const handler = createMcpHandler(factory, { legacy: 'stateless' })
  const app = new Hono()
  app.all('/sessions/:session/mcp', (c) => {
    sessions.get(c.req.param('session'))
    return handler.fetch(c.req.raw)
  })
  return { app, close: () => handler.close() }
}

function sessionIn(request: Request | undefined): string {
  return decodeURIComponent(new URL(request?.url ?? 'http://localhost').pathname.split('/')[2] ?? '')
}

function serverOf(session: Session, version: string): Server {
  const server = new Server({ name: 'turnsmith', version }, { capabilities: { tools: {} } })
  server.setRequestHandler('tools/list', () => ({
    tools: session.task.tools.map(({ function: { name, description, parameters } }) => ({
      name,
      description,
      inputSchema: parameters as { type: 'object' },
    })),
  }))
  server.setRequestHandler('tools/call', ({ params }) => {
    const { text, value, error } = session.call(params.name, (params.arguments ?? {}) as never)
    return {
      content: [{ type: 'text' as const, text }],
      ...(isObject(value) ? { structuredContent: value } : {}),
      ...(error === undefined ? {} : { isError: true }),
    }
  })
  return server
}
