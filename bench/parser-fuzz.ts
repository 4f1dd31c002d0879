import { createRng, pick, type Rng } from '../src/core/random.js'
import { ParseError, parseExpression } from '../src/text/index.js'

const STRINGS = 1_000_000
const CALLS = [
  "cd(folder='x')",
  "post_tweet(content='hi', tags=['#a', \"b'c\"])",
  "f([1, 2.0, 'a', None, True], x=-5)",
  "edit(1, u={'a': 1, 'b': [2.5]})",
  "g(h(1)['r'], k=(1, 2))",
]
const PARTS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '=',
  "'",
  '"',
  "'''",
  '\\',
  '\\n',
  '\\x4',
  '\\u12',
  '\n',
  '\r',
  ' ',
  '\t',
  '#',
  '0',
  '07',
  '1_',
  '.5',
  '1e9',
  '0x',
  '5j',
  '-',
  '+',
  '**',
  '//',
  '%',
  ':',
  ':=',
  '==',
  '!',
  '$',
  '@',
  '...',
  '.',
  'None',
  'lambda',
  'not',
  'if',
  'for',
  'b',
  'f"',
  '\0',
  '\u201c',
  '\ud83d',
  '😀',
  'é',
  '\u00a0',
  'x',
  '__import__',
  'eval',
  'exec',
]

/** A million damaged call texts through the parser: each is read or refused with a `ParseError`, and nothing is executed. */
export async function run(): Promise<void> {
  const random = createRng('parser-fuzz')
  const counts = { read: 0, refused: 0 }
  const begin = performance.now()
  for (let i = 0; i < STRINGS; i++) counts[outcome(damaged(random))] += 1
  const seconds = (performance.now() - begin) / 1000
  console.log(
    `parser-fuzz: ${STRINGS} texts in ${seconds.toFixed(1)} s, ${counts.read} read, ${counts.refused} refused, 0 crashed`,
  )
}

function outcome(text: string): 'read' | 'refused' {
  try {
    parseExpression(text)
    return 'read'
  } catch (error) {
    if (error instanceof ParseError) return 'refused'
    throw new Error(`parser-fuzz: crashed on ${JSON.stringify(text)}`, { cause: error })
  }
}

function damaged(random: Rng): string {
  if (random.next(3) === 0) return Array.from({ length: random.next(12) }, () => pick(random, PARTS)).join('')
  let text = pick(random, CALLS)
  for (let edits = 1 + random.next(3); edits > 0; edits--) {
    const at = random.next(text.length + 1)
    text = text.slice(0, at) + (random.next(3) === 0 ? '' : pick(random, PARTS)) + text.slice(at + random.next(2))
  }
  return text
}
