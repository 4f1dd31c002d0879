import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { UsageError } from '../core/errors.js'
import { isArray, isObject, type Json } from '../core/json.js'
import type { Preference } from '../core/preference.js'
import type { Trajectory } from '../core/trajectory.js'

/** Lines of a file that are not empty, one at a time, counted from 1. */
export async function* readLines(path: string): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  if (!existsSync(path)) throw new UsageError(path, 'there is no such file', 'Check the path.')
  let line = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1
    if (text !== '') yield { line, text }
  }
}

/** Rows of a JSON Lines file, one at a time; a line that is not JSON is named with the remedy. */
export async function* readJsonLines(path: string): AsyncGenerator<{ readonly line: number; readonly value: Json }> {
  for await (const { line, text } of readLines(path)) yield { line, value: parseJson(text, `${path} line ${line}`) }
}

/** Trajectories of a file, one at a time. */
export async function* readTrajectories(
  path: string,
): AsyncGenerator<{ readonly line: number; readonly row: Trajectory }> {
  for await (const { line, text } of readLines(path)) yield { line, row: parseTrajectory(text, `${path} line ${line}`) }
}

/** Preference pairs of a file, one at a time. */
export async function* readPreferences(
  path: string,
): AsyncGenerator<{ readonly line: number; readonly pair: Preference }> {
  for await (const { line, text } of readLines(path))
    yield { line, pair: parsePreference(text, `${path} line ${line}`) }
}

/** A line of `preferences.jsonl`; anything else is a usage error that names `where`. */
function parsePreference(text: string, where: string): Preference {
  const pair = parseJson(text, where)
  if (isObject(pair) && pair['schema'] === 1 && [pair['chosen'], pair['rejected']].every(isAssistantMessage))
    return pair as unknown as Preference
  throw new UsageError(
    where,
    'this is not a preference pair of schema 1',
    'Give a preferences.jsonl that turnsmith wrote.',
  )
}

function isAssistantMessage(message: Json | undefined): boolean {
  if (!isObject(message) || message['role'] !== 'assistant' || typeof message['content'] !== 'string') return false
  const calls = message['tool_calls'] ?? []
  return isArray(calls) && calls.every(isMessageCall)
}

function isMessageCall(call: Json): boolean {
  const made = isObject(call) ? call['function'] : undefined
  return isObject(made) && typeof made['name'] === 'string' && isObject(made['arguments'])
}

/** A line of `trajectories.jsonl`; anything else is a usage error that names `where`. */
export function parseTrajectory(text: string, where: string): Trajectory {
  const row = parseJson(text, where) as unknown as Trajectory
  if (row?.schema !== 1 || !Array.isArray(row.turns))
    throw new UsageError(
      where,
      'this is not a trajectory of schema 1',
      'Give a trajectories.jsonl that turnsmith wrote.',
    )
  return row
}

/** SHA-256 of a file's bytes, read as a stream. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** The value of a JSON text; a broken one is a usage error that says whether it was cut off. */
export function parseJson(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const id = /"id":"([^"]+)"/.exec(text)?.[1]
    const cut = text.endsWith('}') ? 'is not valid JSON' : 'ends in the middle of a row'
    throw new UsageError(
      where,
      `the text${id ? ` of row ${id}` : ''} ${cut}`,
      'Restore the file from where it came, or make the run again.',
    )
  }
}
