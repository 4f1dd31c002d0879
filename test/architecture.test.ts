import { describe, expect, it } from 'vitest'
import { codeOf, filesBelow, importsOf, readText } from './support/sources.js'

/** Who may import whom: the table in AGENTS.md. Within a folder imports are free, but acyclic. */
const TABLE = tableIn(readText('AGENTS.md'))

/** Where chance and the clock are allowed; everywhere else the seed decides. */
const OUTSIDE_THE_SEED = ['cli', 'runtime', 'server', 'model']

const CHANCE_AND_CLOCK =
  /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bhrtime\b/

const DIFFERS_BETWEEN_MACHINES =
  /\*\*|\bMath\.pow\b|\blocaleCompare\b|\btoLocale\w*|\bIntl\b|\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|\bto(?:Date|Time)String\b/

const EXECUTED_TEXT = /\beval\(|\bFunction\(/

const files = filesBelow('src', '.ts')
const arrows = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })))

describe('imports', () => {
  it('go one way [one-way-imports]', () => {
    const forbidden = arrows
      .filter(({ from, to }) => folderOf(from) !== folderOf(to) && !TABLE.get(rowOf(from))?.allowed.includes(rowOf(to)))
      .map(
        ({ from, to }) =>
          `${from} -> ${to}: '${rowOf(from)}' may import ${TABLE.get(rowOf(from))?.allowed.join(', ') || 'nothing'}`,
      )
    expect(forbidden).toEqual([])
  })

  it('lead to files that exist', () => {
    expect(arrows.filter(({ to }) => !files.includes(to)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it('have no cycles', () => {
    expect(cyclesOf(files)).toEqual([])
  })
})

describe('the import table', () => {
  const inUse = new Set(files.map(rowOf))

  it('has a row for every folder of src', () => {
    expect([...inUse].filter((row) => !TABLE.has(row))).toEqual([])
  })

  it('says "planned" of the folders that do not exist yet, and of no other', () => {
    const planned = [...TABLE].filter(([, row]) => row.planned).map(([name]) => name)
    expect(planned).toEqual([...TABLE.keys()].filter((row) => !inUse.has(row)))
  })

  it('allows only folders that stand before', () => {
    const rows = [...TABLE.keys()]
    const upward = [...TABLE].flatMap(([name, { allowed }]) =>
      allowed.filter((to) => !rows.slice(0, rows.indexOf(name)).includes(to)).map((to) => `${name} -> ${to}`),
    )
    expect(upward).toEqual([])
  })
})

describe('source code', () => {
  it('takes no chance and no clock outside the folders that may [seed-decides]', () => {
    const checked = files.filter((file) => !OUTSIDE_THE_SEED.includes(rowOf(file)))
    expect(checked.flatMap((file) => linesWith(file, CHANCE_AND_CLOCK))).toEqual([])
  })

  it('uses nothing that differs between machines or Node versions', () => {
    expect(files.flatMap((file) => linesWith(file, DIFFERS_BETWEEN_MACHINES))).toEqual([])
  })

  it('never executes text [no-executed-text]', () => {
    expect(files.flatMap((file) => linesWith(file, EXECUTED_TEXT))).toEqual([])
  })
})

describe('these checks', () => {
  it('see an import in every form', () => {
    const text = `import a from './a.js'\nimport {\n  type B,\n} from '../b.js'\nexport * from './c/c.js'\nimport './d.js'\nconst e = await import('./e.js')\nimport 'zod'\n`
    expect(importsOf('src/x/y.ts', text)).toEqual([
      'src/x/a.ts',
      'src/b.ts',
      'src/x/c/c.ts',
      'src/x/d.ts',
      'src/x/e.ts',
    ])
  })

  it('find a cycle', () => {
    const graph: { [file: string]: string[] } = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }
    expect(cyclesOf(Object.keys(graph), (file) => graph[file] ?? [])).toEqual(['b -> c -> b'])
  })

  it('see code inside templates, but no comment, text or regular expression', () => {
    const text =
      'const a = /[\'"`]/ // Date.now()\nconst b = `x${[{ y: `${Date.now()}` }]} ** ${c / d / e}`\nconst f = "2 ** 3" /** 4 */\n'
    const lines = codeOf(text)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trimEnd())
    expect(lines).toEqual(['const a =', 'const b = [{ y: Date.now() }] c / d / e', 'const f =', ''])
  })
})

interface Row {
  readonly planned: boolean
  readonly allowed: readonly string[]
}

/** Rows `| level | folder, folder (planned) | folder, folder |`; "everything but x" stands for all folders before. */
function tableIn(text: string): ReadonlyMap<string, Row> {
  const table = new Map<string, Row>()
  for (const [, names = '', words = ''] of text.matchAll(/^\| \d +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)) {
    for (const name of names.split(', ')) {
      const listed = words.split(/, | but /)
      const allowed = words.startsWith('everything') ? [...table.keys()].filter((row) => !listed.includes(row)) : listed
      table.set(name.replace(' (planned)', ''), {
        planned: name.endsWith(' (planned)'),
        allowed: allowed.filter((row) => row !== 'nothing'),
      })
    }
  }
  return table
}

/** The unit inside which imports are free: a folder of `src`, a single phase, or `index`. */
function folderOf(file: string): string {
  const [, folder = '', phase = '', ...rest] = file.split('/')
  if (phase === '') return 'index'
  return folder === 'phases' && rest.length > 0 ? `phases/${phase}` : folder
}

function rowOf(file: string): string {
  return folderOf(file).replace(/\/.+/, '')
}

function linesWith(file: string, pattern: RegExp): string[] {
  const code = codeOf(readText(file)).split('\n')
  return code.flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : []))
}

/** One cycle for each way back that a depth-first walk meets. */
function cyclesOf(
  nodes: readonly string[],
  next: (node: string) => readonly string[] = (file) => importsOf(file),
): string[] {
  const done = new Set<string>()
  const walk = (node: string, path: readonly string[]): string[] => {
    const start = path.indexOf(node)
    if (start >= 0) return [[...path.slice(start), node].join(' -> ')]
    if (done.has(node)) return []
    const found = next(node).flatMap((child) => walk(child, [...path, node]))
    done.add(node)
    return found
  }
  return nodes.flatMap((node) => walk(node, []))
}
