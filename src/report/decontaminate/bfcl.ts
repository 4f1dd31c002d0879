import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../core/errors.js'
import { forEachLeaf, isArray, isObject, type Json } from '../../core/json.js'
import { readJsonLines } from '../../store/index.js'
import { type Benchmark, isTelling, planText } from './benchmark.js'

const QUESTIONS = /^BFCL_v\d+_multi_turn_\w+\.json$/
const REMEDY =
  'Point it at the folder with BFCL_v4_multi_turn_base.json and its like, possible_answer/ and multi_turn_func_doc/.'

interface Parts {
  readonly questions: Set<string>
  readonly plans: Set<string>
  readonly tools: Map<string, string>
  readonly values: Set<string>
}

/** Reads the multi-turn questions, and answers and function documents where they are there too. */
export async function readBfcl(directory: string): Promise<Benchmark> {
  const where = `--decontaminate bfcl:${directory}`
  if (!existsSync(directory)) throw new UsageError(where, 'there is no such folder', REMEDY)
  const files = readdirSync(directory)
    .filter((name) => QUESTIONS.test(name))
    .toSorted()
  if (files.length === 0) throw new UsageError(where, 'the folder holds no BFCL multi-turn questions', REMEDY)
  const parts: Parts = { questions: new Set(), plans: new Set(), tools: new Map(), values: new Set() }
  for (const file of files)
    for await (const { value } of readJsonLines(join(directory, file))) takeQuestion(parts, value)
  const [answers, documents] = [join(directory, 'possible_answer'), join(directory, 'multi_turn_func_doc')]
  const ordinary = new Set<string>()
  for (const file of filesIn(documents))
    for await (const { value } of readJsonLines(file)) takeDocument(parts, ordinary, value)
  for (const file of filesIn(answers).filter((path) => path.includes('multi_turn')))
    for await (const { value } of readJsonLines(file)) takeAnswer(parts, value)
  for (const value of ordinary) parts.values.delete(value)
  const absent = [
    ...(existsSync(answers) ? [] : ['plans: no possible_answer/']),
    ...(existsSync(documents) ? [] : ['schemas: no multi_turn_func_doc/']),
  ]
  return { name: 'bfcl', ...parts, absent }
}

function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(directory, name))
}

function takeQuestion({ questions, values }: Parts, record: Json): void {
  if (!isObject(record)) return
  for (const turn of isArray(record['question']) ? record['question'] : []) {
    for (const message of isArray(turn) ? turn : []) {
      if (isObject(message) && message['role'] === 'user' && typeof message['content'] === 'string')
        questions.add(message['content'])
    }
  }
  forEachLeaf(record['initial_config'] ?? null, (leaf, path) =>
    [leaf, ...path].filter(isTelling).forEach((value) => values.add(String(value))),
  )
}

function takeAnswer({ plans, values }: Parts, record: Json): void {
  const turns = isObject(record) && isArray(record['ground_truth']) ? record['ground_truth'] : []
  for (const turn of turns) {
    const calls = isArray(turn) ? turn.map(String) : []
    const plan = planText(calls.map((call) => /^[\w.]+(?=\()/.exec(call)?.[0] ?? ''))
    if (plan !== undefined) plans.add(plan)
    for (const text of calls
      .flatMap((call) => [...call.matchAll(/'([^'\\]*)'|"([^"\\]*)"/g)])
      .map(([, a, b]) => a ?? b)) {
      if (isTelling(text)) values.add(text)
    }
  }
}

/** A tool's parameters; words its document prints (enumerations, defaults, examples) tell nothing. */
function takeDocument({ tools }: Parts, ordinary: Set<string>, record: Json): void {
  if (!isObject(record) || typeof record['name'] !== 'string') return
  const parameters = isObject(record['parameters']) ? record['parameters']['properties'] : undefined
  tools.set(
    record['name'],
    Object.keys(isObject(parameters) ? parameters : {})
      .toSorted()
      .join(', '),
  )
  forEachLeaf(record, (leaf) => ordinary.add(String(leaf)))
}
