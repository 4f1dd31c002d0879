import { ENVIRONMENTS } from '../../src/catalog/index.js'
import { startModelServer } from '../../src/testing/index.js'

/** A process of its own: a model server whose every answer takes as long as the first argument says, in milliseconds. */
const server = await startModelServer({
  environments: [...ENVIRONMENTS.values()],
  latency: Number(process.argv[2]),
  even: true,
})

process.on('message', () => process.send?.(server.counts().answers))
process.on('disconnect', () => process.exit())
process.send?.(server.url)
