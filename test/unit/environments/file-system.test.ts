import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { at, matchPointer } from '../../../src/core/pointer.js'
import { createRng } from '../../../src/core/random.js'
import { untag } from '../../../src/core/number.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import { callTool, createScenario, type WorldScenario } from '../../../src/environment/index.js'
import { fileSystem } from '../../../src/environments/file-system/environment.js'
import { load } from '../../../src/environments/file-system/load.js'
import { clashes } from '../../../src/environments/file-system/naming.js'
import {
  entriesOf,
  objectOf,
  pathOf,
  type State,
  state as stateSchema,
} from '../../../src/environments/file-system/state.js'
import { lexiconOf } from '../../../src/language/lexicon.js'
import { isSlot, type Slot, writeVariant } from '../../../src/language/pattern.js'
import { read } from '../../../src/language/read.js'
import { refer, saysExactly } from '../../../src/language/refer.js'
import { bfclPresent, goldenConstants, goldenRecords } from '../../support/golden.js'
import { goldenDifferences } from '../../support/golden-environment.js'

const GOLDEN = ['fuzz_GorillaFileSystem', 'gt_base', 'gt_long_context', 'gt_miss_func', 'gt_miss_param']
const CLASS = 'GorillaFileSystem'
const CLOCK = '2026-05-05T10:00:00'

if (!bfclPresent) console.log('file-system: golden transcripts absent, replay not run')

describe.skipIf(!bfclPresent)('golden transcripts of GorillaFileSystem', () => {
  it.each(GOLDEN)('%s replays without a difference', (file) => {
    const { calls, states, differences } = goldenDifferences(goldenRecords(`${file}.jsonl.gz`), CLASS, fileSystem, load)
    console.log(`${file}: ${calls} calls, ${states} states, ${differences.length} differences`)
    expect(differences.slice(0, 6)).toEqual([])
    expect(calls).toBeGreaterThan(0)
  })

  it('ends every turn in the recorded working directory', () => {
    const extension = goldenConstants()['long_context'] as JsonObject
    let checked = 0
    for (const record of goldenRecords('fuzz_GorillaFileSystem.jsonl.gz')) {
      let state = load(record.initial_config[CLASS] ?? {}, { longContext: record.long_context, extension })
      for (const turn of record.turns) {
        for (const { function: name, arguments: args } of turn.calls) {
          if (name && args) state = callTool(fileSystem, name, args, state, CLOCK).state as State
        }
        const cwd = turn.state[CLASS]?.private?.['cwd']
        if (cwd === undefined) continue
        checked += 1
        expect(`${record.id} ${pathOf(state, state.cwd)}`).toBe(`${record.id} ${cwd as string}`)
      }
    }
    expect(checked).toBeGreaterThan(1000)
  })
})

function tree(): State {
  const contents = {
    docs: {
      type: 'directory',
      contents: {
        sub: { type: 'directory', contents: { 'deep.txt': { type: 'file', content: 'deep' } } },
        'a.txt': { type: 'file', content: 'b\na' },
      },
    },
    empty: { type: 'directory', contents: {} },
    'x.txt': { type: 'file', content: 'one two\nthree' },
    'y.txt': { type: 'file', content: 'one two\nfour\nfive' },
  }
  return load({ root: { home: { type: 'directory', contents } } }, { longContext: false, extension: {} })
}

/** Runs calls one after another; the results, and the last state. */
function runAll(
  calls: readonly (readonly [string, JsonObject])[],
  from: State = tree(),
): { results: Json[]; codes: (string | undefined)[]; state: State } {
  let state = from
  const called = calls.map(([name, args]) => {
    const made = callTool(fileSystem, name, args, state, CLOCK)
    state = made.state as State
    return made
  })
  return { results: called.map(({ value }) => value), codes: called.map(({ error }) => error?.code), state }
}

describe('documented errors', () => {
  const noFile = 'No such file or directory'
  it.each<[string, JsonObject, string]>([
    ['cd', { folder: '..' }, 'Current directory is already the root. Cannot go back.'],
    ['cd', { folder: 'docs/sub' }, 'cd: docs/sub: Unsupported path. Only one folder level at a time is supported.'],
    ['cd', { folder: 'x.txt' }, `cd: 'x.txt': ${noFile}`],
    ['mkdir', { dir_name: 'a:b' }, "mkdir: cannot create directory 'a:b': Invalid character"],
    ['mkdir', { dir_name: 'docs' }, "mkdir: cannot create directory 'docs': File exists"],
    ['touch', { file_name: 'a*' }, "touch: cannot touch 'a*': Invalid character"],
    ['touch', { file_name: 'x.txt' }, "touch: cannot touch 'x.txt': File exists"],
    ['echo', { content: 'c', file_name: 'a|b' }, "echo: cannot write to 'a|b': Invalid character"],
    ['echo', { content: 'c', file_name: 'none' }, "echo: cannot write to 'none': No such file"],
    ['cat', { file_name: 'a?' }, "cat: 'a?': Invalid character"],
    ['cat', { file_name: 'none' }, `cat: 'none': ${noFile}`],
    ['cat', { file_name: 'docs' }, "cat: 'docs': Is a directory"],
    ['find', { path: '..', name: null }, `find: '..': ${noFile}`],
    ['wc', { file_name: 'x.txt', mode: 'q' }, "wc: invalid mode 'q'"],
    ['wc', { file_name: 'docs', mode: 'l' }, `wc: docs: ${noFile}`],
    ['sort', { file_name: 'none' }, `sort: none: ${noFile}`],
    ['grep', { file_name: 'none', pattern: 'a' }, `grep: none: ${noFile}`],
    ['tail', { file_name: 'none', lines: 2 }, `tail: none: ${noFile}`],
    ['diff', { file_name1: 'x.txt', file_name2: 'docs' }, `diff: x.txt or docs: ${noFile}`],
    ['mv', { source: 'none', destination: 'docs' }, `mv: cannot move 'none': ${noFile}`],
    [
      'mv',
      { source: 'x.txt', destination: 'docs/z' },
      'mv: path not allowed in destination. Provide only a file or directory name.',
    ],
    ['mv', { source: 'x.txt', destination: 'y.txt' }, "mv: cannot move 'x.txt' to 'y.txt': Not a directory"],
    ['cp', { source: 'none', destination: 'docs' }, `cp: cannot copy 'none': ${noFile}`],
    [
      'cp',
      { source: 'x.txt', destination: '/z' },
      'cp: path not allowed in destination. Provide only a file or directory name.',
    ],
    ['cp', { source: 'x.txt', destination: 'y.txt' }, "cp: cannot copy 'x.txt' to 'y.txt': Not a directory"],
    ['rm', { file_name: 'none' }, `rm: cannot remove 'none': ${noFile}`],
    ['rmdir', { dir_name: 'docs' }, "rmdir: cannot remove 'docs': Directory not empty"],
    ['rmdir', { dir_name: 'x.txt' }, "rmdir: cannot remove 'x.txt': Not a directory"],
    ['rmdir', { dir_name: 'none' }, `rmdir: cannot remove 'none': ${noFile}`],
  ])('%s %j', (name, args, error) => {
    const { results, state } = runAll([[name, args]])
    expect(results).toEqual([{ error }])
    expect(fileSystem.observe(state)).toEqual(fileSystem.observe(tree()))
  })

  it.each<[string, readonly (readonly [string, JsonObject])[], Json]>([
    [
      'mv clash',
      [
        ['cp', { source: 'x.txt', destination: 'docs' }],
        ['mv', { source: 'x.txt', destination: 'docs' }],
      ],
      { error: "mv: cannot move 'x.txt' to 'docs/x.txt': File exists" },
    ],
    [
      'cp clash',
      [
        ['cp', { source: 'x.txt', destination: 'docs' }],
        ['cp', { source: 'x.txt', destination: 'docs' }],
      ],
      "Error during execution: File 'x.txt' already exists in directory 'docs'.",
    ],
    [
      'cp folder clash',
      [
        ['cp', { source: 'empty', destination: 'docs' }],
        ['cp', { source: 'empty', destination: 'docs' }],
      ],
      "Error during execution: Directory 'empty' already exists in directory 'docs'.",
    ],
    [
      'echo to a folder',
      [['echo', { content: 'c', file_name: 'docs' }]],
      "Error during execution: 'Directory' object has no attribute '_write'",
    ],
    [
      'find in None',
      [['find', { path: null, name: null }]],
      "Error during execution: 'NoneType' object has no attribute 'rstrip'",
    ],
    [
      'a folder copied into itself',
      [['cp', { source: 'docs', destination: 'docs' }]],
      'Error during execution: maximum recursion depth exceeded',
    ],
  ])('%s', (_, calls, last) => {
    expect(runAll(calls).results.at(-1)).toEqual(last)
  })

  it('never crashes on arguments of the wrong type', () => {
    const odd: Json[] = [null, 5, { $float: 2 }, true, [], ['a'], { a: 1 }]
    for (const { name, parameters } of fileSystem.specs) {
      const properties = Object.keys(parameters['properties'] as JsonObject)
      for (const value of odd) {
        for (const property of properties) {
          const args = Object.fromEntries(properties.map((key) => [key, key === property ? value : 'x.txt']))
          expect(() => fileSystem.observe(callTool(fileSystem, name, args, tree(), CLOCK).state)).not.toThrow()
        }
      }
      expect(() => callTool(fileSystem, name, {}, tree(), CLOCK)).not.toThrow()
    }
  })
})

describe('object identity', () => {
  it('a copied directory shares the files inside, not its entries', () => {
    const { results } = runAll([
      ['cp', { source: 'docs', destination: 'twin' }],
      ['cd', { folder: 'twin' }],
      ['echo', { content: 'new', file_name: 'a.txt' }],
      ['touch', { file_name: 'own.txt' }],
      ['cd', { folder: 'sub' }],
      ['cd', { folder: '..' }],
      ['pwd', {}],
      ['ls', { a: false }],
      ['cat', { file_name: 'a.txt' }],
    ])
    expect(results.slice(-3)).toEqual([
      { current_working_directory: '/home/docs' },
      { current_directory_content: ['sub', 'a.txt'] },
      { file_content: 'new' },
    ])
  })

  it('a moved directory shares its entries with the detached one that its sub-directories have as parent', () => {
    const { results } = runAll([
      ['mv', { source: 'docs', destination: 'papers' }],
      ['cd', { folder: 'papers' }],
      ['cd', { folder: 'sub' }],
      ['cd', { folder: '..' }],
      ['pwd', {}],
      ['touch', { file_name: 'late.txt' }],
      ['cd', { folder: '..' }],
      ['cd', { folder: 'papers' }],
      ['ls', { a: false }],
    ])
    expect(results[4]).toEqual({ current_working_directory: '/home/docs' })
    expect(results.at(-1)).toEqual({ current_directory_content: ['sub', 'a.txt', 'late.txt'] })
  })

  it('a directory moved into itself vanishes', () => {
    const { results } = runAll([
      ['mv', { source: 'docs', destination: 'docs' }],
      ['ls', { a: false }],
    ])
    expect(results).toEqual([
      { result: "'docs' moved to 'docs/docs'" },
      { current_directory_content: ['empty', 'x.txt', 'y.txt'] },
    ])
  })

  it('rounds readable sizes half to even', () => {
    const sizes = [0, 1023, 1024, 1152, 1408, 6625].map((length) => {
      const state = load(
        { root: { r: { type: 'directory', contents: { f: { type: 'file', content: 'x'.repeat(length) } } } } },
        { longContext: false, extension: {} },
      )
      return (runAll([['du', { human_readable: true }]], state).results[0] as JsonObject)['disk_usage']
    })
    expect(sizes).toEqual(['0.00 B', '1023.00 B', '1.00 KB', '1.12 KB', '1.38 KB', '6.47 KB'])
  })
})

function scenarioOf(seed: number, size = 1): WorldScenario {
  return createScenario([fileSystem], createRng(seed), size)
}

function stateOf({ world }: WorldScenario): State {
  return world.stateOf('file-system') as unknown as State
}

interface Place {
  readonly name: string
  readonly folder: number
  readonly depth: number
}

function placesIn(state: State, folder = state.root, depth = 1): Place[] {
  return entriesOf(state, folder).flatMap(([name, id]) => [
    { name, folder, depth },
    ...(objectOf(state, id).type === 'directory' ? placesIn(state, id, depth + 1) : []),
  ])
}

describe('scenario', () => {
  it('is valid, different for each seed, and has names that do not contain one another', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 200; seed++) {
      const scenario = scenarioOf(seed)
      const state = stateSchema.parse(stateOf(scenario))
      seen.add(JSON.stringify(fileSystem.observe(state)))
      const places = placesIn(state)
      const names = [objectOf(state, state.root).name, ...places.map(({ name }) => name)]
      expect(names.filter((name, i) => clashes(name, names.toSpliced(i, 1)))).toEqual([])
      const files = state.objects.filter((object) => object.type === 'file')
      expect(files.length).toBeGreaterThanOrEqual(8)
      expect(files.length).toBeLessThanOrEqual(27)
      for (const { content } of files) expect(content).toMatch(/^[\x20-\x7e\n]+$/)
      for (const { content } of files) expect(content).not.toContain('"')
      expect(Math.max(...places.map(({ depth }) => depth))).toBeGreaterThanOrEqual(2)
      expect(Math.max(...places.map(({ depth }) => depth))).toBeLessThanOrEqual(4)
      expect(new Set(Object.values(scenario.situations).flat()).size).toBeGreaterThanOrEqual(3)
      for (const situation of Object.values(scenario.situations).flat()) expect(situation).not.toMatch(/[{}?]/)
      for (const { value } of scenario.userKnows) expect(names).toContain(value)
    }
    expect(seen.size).toBe(200)
  })

  it('grows with size', () => {
    const count = (size: number): number => scenarioOf(3, size).userKnows.length
    expect(count(8)).toBeGreaterThan(4 * count(1))
  })
})

/** The state in which the assistant has gone where the candidate's first file or folder lies. */
function placed(state: State, tool: string, args: JsonObject): State {
  const placing = Object.entries(fileSystem.entities[tool]?.parameters ?? {}).find(
    ([, type]) => type === 'file' || type === 'folder',
  )?.[0]
  const name = placing === undefined || tool === 'cd' ? undefined : args[placing]
  const folder = placesIn(state).find((place) => place.name === name)?.folder
  return folder === undefined ? state : { ...state, cwd: folder }
}

describe('candidates', () => {
  it('succeed where the file lies, have answers, and change something if they are to', () => {
    const counts: { [tool: string]: number } = {}
    for (let seed = 0; seed < 40; seed++) {
      const state = stateOf(scenarioOf(seed))
      for (const { name, effect } of fileSystem.specs) {
        const tool = fileSystem.tool(name)
        for (const candidate of tool?.candidates?.({ state, known: [], random: createRng(seed), clock: CLOCK }) ?? []) {
          counts[name] = (counts[name] ?? 0) + 1
          const parsed = tool?.parameters.parse(candidate) as JsonObject
          const from = placed(state, name, candidate)
          const called = callTool(fileSystem, name, parsed, from, CLOCK)
          expect({ name, candidate, error: called.error }).toEqual({ name, candidate, error: undefined })
          expect(tool?.returns?.safeParse(untag(called.value)).success).toBe(true)
          for (const pattern of tool?.phrases?.answers ?? []) {
            const leaves = matchPointer(called.value, pattern).map((path) => at(called.value, path))
            expect({ name, candidate, answers: leaves.some((leaf) => leaf !== '') }).toEqual({
              name,
              candidate,
              answers: true,
            })
            expect(leaves).not.toContain('')
          }
          const changed = JSON.stringify(fileSystem.observe(called.state)) !== JSON.stringify(fileSystem.observe(from))
          expect(changed).toBe(effect === 'write')
          expect(called.state === from).toBe(effect === 'read')
        }
      }
    }
    expect(Object.keys(counts).toSorted()).toEqual(fileSystem.specs.map(({ name }) => name).toSorted())
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20)
  })
})

function literally(args: JsonObject): { readonly [parameter: string]: Reference } {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, { by: 'value', value }]))
}

describe('wordings', () => {
  const lexicon = lexiconOf([fileSystem])

  it('each reads back as its own tool and arguments', () => {
    const state = stateOf(scenarioOf(5))
    for (const { name } of fileSystem.specs) {
      const candidates =
        fileSystem.tool(name)?.candidates?.({ state, known: [], random: createRng(1), clock: CLOCK }) ?? []
      for (const [index, ask] of lexicon.asksOf(name).entries()) {
        const { variant } = ask
        const said = candidates.find((candidate) => saysExactly(ask, literally(saidOf(name, candidate))))
        if (!said || variant.slots.some(({ form }) => form === 'back')) continue
        const args = saidOf(name, said)
        for (const draw of [1, 2, 3]) {
          const { text } = writeVariant(variant, createRng(`${index}:${draw}`), (slot) => wordsFor(name, slot, args))
          const { requests, ambiguous } = read(lexicon, text)
          const wanted = {
            tool: name,
            arguments: literally(args),
          }
          expect({ text, requests: requests.map(withFlags), ambiguous }).toEqual({
            text,
            requests: [wanted],
            ambiguous: false,
          })
        }
      }
    }
  })

  it('exist in number for every tool, and cover every candidate', () => {
    for (const { name } of fileSystem.specs) {
      const { asks, reports } = fileSystem.tool(name)?.phrases ?? { asks: [], reports: [] }
      expect(asks.length).toBeGreaterThanOrEqual(6)
      expect(asks.filter((ask) => /[.?!]$/.test(ask)).length).toBeGreaterThanOrEqual(2)
      expect(reports.length).toBeGreaterThanOrEqual(4)
      for (const seed of [1, 2, 3]) {
        const state = stateOf(scenarioOf(seed))
        for (const candidate of fileSystem
          .tool(name)
          ?.candidates?.({ state, known: [], random: createRng(seed), clock: CLOCK }) ?? []) {
          const keys = Object.keys(saidOf(name, candidate)).toSorted().join()
          const sayable = lexicon.asksOf(name).map(({ variant }) =>
            variant.slots
              .map(({ slot }) => slot)
              .toSorted()
              .join(),
          )
          expect(sayable).toContain(keys)
        }
      }
    }
  })

  it('of one tool never contain a whole one of another', () => {
    const shapes = lexicon.asks.flatMap(({ tool, variant }) =>
      [1, 2, 3].map((draw) => ({
        tool,
        text: variant.parts
          .map((part, i) =>
            isSlot(part)
              ? '<>'
              : typeof part === 'string'
                ? part
                : (part[createRng(`${draw}${i}`).next(part.length)] ?? ''),
          )
          .join(''),
      })),
    )
    for (const { tool, text } of shapes) {
      const inside = shapes.filter((other) => other.tool !== tool && ` ${text} `.includes(` ${other.text} `))
      expect(inside.map((other) => `${other.tool}: ${other.text} in ${tool}: ${text}`)).toEqual([])
    }
  })

  /** The words of a flag are read as the text of its value. */
  function withFlags({ tool, arguments: args }: Request): Request {
    const flag = ([key, said]: [string, Reference]): [string, Reference] => [
      key,
      said.by === 'value' && said.value === 'true' ? { by: 'value', value: true } : said,
    ]
    return { tool, arguments: Object.fromEntries(Object.entries(args).map(flag)) }
  }

  function wordsFor(tool: string, slot: Slot, args: JsonObject): string {
    return refer(lexicon, tool, slot, { by: 'value', value: args[slot.slot] ?? null }, createRng(1)) ?? ''
  }

  function saidOf(tool: string, candidate: JsonObject): JsonObject {
    const properties = fileSystem.spec(tool)?.parameters['properties'] as { readonly [parameter: string]: JsonObject }
    return Object.fromEntries(
      Object.entries(candidate).filter(([key, value]) => properties[key]?.['default'] !== value),
    )
  }
})
