// `npm run performance`: runs the benchmarks named below and writes what they print to docs/performance.md.
// `npm run performance -- runs memory` runs these anew and keeps what the page says of the others.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The benchmarks of the page, in its order. */
const SECTIONS = {
  runs: ['Making and proving rows', 'Four-turn rows with full certificates, in processes of their own.'],
  memory: [
    'Memory',
    'Rows are written as they are made and read line by line, so that the size of a run does not matter.',
  ],
  bfcl: ['Calls of the benchmark environments', 'Against the calls a second of the original executor, on one core.'],
  environment: ['Forks and drafts', 'What it costs to branch off a world and to change a little of it.'],
  model: ['Runs on models', 'The whole pipeline against an endpoint that takes its time, in a process of its own.'],
  server: ['Serving tasks', 'Many sessions at once, as a trainer has them.'],
  samplers: ['Samplers', 'How much work a sampler does for what it finds.'],
}

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/performance.md')
const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in SECTIONS))
if (unknown !== undefined) {
  console.error(`performance: there is no '${unknown}'. Known: ${Object.keys(SECTIONS).join(', ')}.`)
  process.exit(2)
}

/** What the page says of a benchmark now. */
const before = existsSync(page) ? readFileSync(page, 'utf8') : ''
const known = (name) => before.match(new RegExp(`npm run bench -- ${name}\`[^]*?\`\`\`text\\n([^]*?)\`\`\``))?.[1]

function measured(name) {
  if (named.length > 0 && !named.includes(name)) return known(name) && readable(known(name))
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bench/run.mjs'), name], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`the benchmark '${name}' failed`)
  return readable(stdout)
}

/** What a benchmark prints for people, without its line for programs. */
function readable(text) {
  return text.replace(/^\{"bench":.*\n/gm, '').trim() + '\n'
}

const parts = Object.entries(SECTIONS).flatMap(([name, [title, about]]) => {
  const text = measured(name)
  return text === undefined
    ? []
    : [`## ${title}\n\n${about} \`npm run bench -- ${name}\`\n\n\`\`\`text\n${text}\`\`\`\n`]
})
writeFileSync(
  page,
  `# Performance\n\nWhat the benchmarks print; \`npm run performance\` writes this page. Read ratios: other programs kept the machine busy, as far as its load says.\n\n${parts.join('\n')}`,
)
