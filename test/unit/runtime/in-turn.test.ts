import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { inTurn } from '../../../src/runtime/in-turn.js'

it('those who wait go on in their order, and what comes over a wire meanwhile does not wait for all of them', async () => {
  const server = createServer((_, outgoing) => outgoing.end('answer'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const order: string[] = []
  const pause = inTurn()
  const answered = new Promise<void>((resolve) => {
    get({ port, host: '127.0.0.1', agent: false }, (incoming) => {
      order.push('answer')
      incoming.resume().on('end', resolve)
    })
  })
  const items = Array.from({ length: 200 }, async (_, i) => {
    await pause()
    order.push(String(i))
    const end = performance.now() + 1
    while (performance.now() < end);
  })
  await Promise.all([answered, ...items])
  server.close()
  expect(order.filter((name) => name !== 'answer')).toEqual(items.map((_, i) => String(i)))
  expect(order.indexOf('answer')).toBeLessThan(150)
})
