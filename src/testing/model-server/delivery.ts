import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './faults.js'

/** Puts an answer on the wire, as its fault has it. */
export async function deliver(
  outgoing: ServerResponse,
  text: string,
  fault: Fault | undefined,
  halt: number,
): Promise<void> {
  const { socket } = outgoing
  const half = text.length / 2
  const begin = (): void => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    if (fault === 'halting' || fault === 'truncated') outgoing.write(text.slice(0, half))
  }
  switch (fault) {
    case 'late':
      // Nobody waits that long: the answer is there when the other side has gone.
      if (!outgoing.destroyed) await once(outgoing, 'close')
      return
    case 'truncated':
      begin()
      await wait(1)
      outgoing.destroy()
      return
    case 'halting':
      begin()
      await wait(halt)
      outgoing.end(text.slice(half))
      return
    case 'reset-after':
      begin()
      outgoing.end(text, () => socket?.resetAndDestroy())
      return
    default:
      begin()
      outgoing.end(text)
  }
}

/** Puts an answer on the wire as server-sent events. */
export function stream(outgoing: ServerResponse, events: readonly string[]): void {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const event of events) outgoing.write(event)
  outgoing.end()
}

/** Answers with a small JSON body. */
export function respond(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Waits until all of an answer was given to the connection: false where that was closed before. */
export function isSent(outgoing: ServerResponse): Promise<boolean> {
  if (outgoing.destroyed) return Promise.resolve(false)
  return new Promise((sent) => {
    outgoing.once('finish', () => sent(true))
    outgoing.once('close', () => sent(outgoing.writableFinished))
  })
}

/**
 * Tells when the other end turns out to have gone without reading what was sent last: its closing was under way when that was
 * sent, or it closed with the answer unread, which resets the connection. Returns how to stop watching.
 */
export function watchForLoss(socket: Socket, onLoss: () => void): () => void {
  const stop = (): void => {
    socket.off('end', lose)
    socket.off('close', closed)
  }
  const lose = (): void => {
    stop()
    onLoss()
  }
  const closed = (reset: boolean): void => {
    if (reset) lose()
  }
  socket.once('end', lose)
  socket.once('close', closed)
  setImmediate(() => setImmediate(() => socket.off('end', lose)))
  return stop
}
