import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  originValidationResponse,
  localhostAllowedOrigins,
} from '@modelcontextprotocol/server'
import type { MiddlewareHandler } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'

/** Bytes that a request may have. */
export const MOST_BYTES = 1_000_000

/** Whoever asks has to know the token, where there is one. */
export function withToken(token: string): MiddlewareHandler {
  return bearerAuth({ token })
}

/** Pages from elsewhere cannot reach a server that has no token, whatever name they give to this machine. */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const refused =
    hostHeaderValidationResponse(c.req.raw, localhostAllowedHostnames()) ??
    originValidationResponse(c.req.raw, localhostAllowedOrigins())
  return refused ?? (await next())
}
