// Writes a sheet for a blind reading: the user's messages of the gallery (or of a run's rows) and as many conversations of the Berkeley
// leaderboard's multi-turn data (your own copy), mixed by a seed, and beside it the key that says which is whose.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createRng, shuffle } from '../dist/core/random.js'

const USAGE = `Usage: npm run reading -- --others FILE [--rows RUN/trajectories.jsonl] [--count N] [--seed N] [--out FILE]

Example: npm run reading -- --others bfcl/BFCL_v4_multi_turn_base.json --count 30 --seed 1 --out runs/reading.md`

const QUESTION =
  'Below are the user\'s messages of conversations with an assistant that acts through tools. Of each: could a person have written this, yes or no? For each "no", the sentence that decides it.'

const { values } = parseArgs({
  options: {
    others: { type: 'string' },
    rows: { type: 'string' },
    count: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'runs/reading.md' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help || values.others === undefined) {
  console.error(USAGE)
  process.exit(values.help ? 0 : 2)
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [count, random] = [Number(values.count), createRng(Number(values.seed))]
const ours = values.rows ? rowsOf(values.rows) : galleryOf(join(root, 'docs/gallery.md'))
const sample = (label, conversations) => shuffle(random.fork(label), conversations).slice(0, count)
const mixed = shuffle(random.fork('order'), [
  ...sample('ours', ours),
  ...sample('others', leaderboardOf(values.others)),
])

const sheet = mixed.map(({ messages }, i) => [`## ${i + 1}`, ...messages.map((text) => `User: ${text}`)].join('\n\n'))
const key = mixed.map(({ name }, i) => `${i + 1}\t${name}`)
const keyFile = values.out.replace(/(\.\w+)?$/, '.key.tsv')
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, `${[QUESTION, ...sheet].join('\n\n')}\n`)
writeFileSync(keyFile, `${key.join('\n')}\n`)
console.log(`${mixed.length} conversations in ${values.out}; whose they are: ${keyFile}`)

/** The conversations under the gallery's headings of the third level. */
function galleryOf(file) {
  const [, ...sections] = readFileSync(file, 'utf8').split(/^### /m)
  return sections.map((section) => ({
    name: `gallery ${section.split('\n')[0]}`,
    messages: [...section.matchAll(/^\*\*User:\*\* (.+(?:\n(?!\n).+)*)/gm)].map(([, text]) => text),
  }))
}

function rowsOf(file) {
  return linesOf(file).map(({ id, turns }) => ({ name: id, messages: turns.map(({ query }) => query.text) }))
}

/** One JSON object a line; `question` holds the messages of each turn. */
function leaderboardOf(file) {
  return linesOf(file).map(({ id, question }) => ({
    name: `${basename(file)} ${id}`,
    messages: question.flat().flatMap(({ role, content }) => (role === 'user' ? [content.trim()] : [])),
  }))
}

function linesOf(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}
