import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { UsageError } from '../../core/errors.js'
import type { JsonObject } from '../../core/json.js'
import type { GroundTruth } from './checker.js'
import { readRecords } from './lines.js'

/** The multi-turn categories in the leaderboard's order. */
export const CATEGORIES = ['base', 'miss_func', 'miss_param', 'long_context'] as const
export type Category = (typeof CATEGORIES)[number]

const VERSION = 'BFCL_v4'
const REMEDY = `Point --data at the folder that holds ${VERSION}_multi_turn_base.json, possible_answer/ and multi_turn_func_doc/.`

const question = z.looseObject({
  id: z.string(),
  question: z.array(z.array(z.object({ role: z.enum(['user', 'system']), content: z.string() }))),
  initial_config: z.record(z.string(), z.unknown()).optional(),
  involved_classes: z.array(z.string()),
  missed_function: z.record(z.string(), z.array(z.string())).optional(),
})
const answer = z.looseObject({ id: z.string(), ground_truth: z.array(z.array(z.string())) })

/** One case of the benchmark with its ground truth. */
export interface BfclCase {
  readonly id: string
  readonly category: Category
  /** The messages that open each turn; none where held-out functions are released. */
  readonly turns: readonly (readonly { readonly role: 'user' | 'system'; readonly content: string }[])[]
  readonly configuration: { readonly [className: string]: JsonObject }
  readonly involved: readonly string[]
  /** Functions held back until a turn, by turn. */
  readonly heldOut: { readonly [turn: string]: readonly string[] }
  readonly truth: GroundTruth
}

/** The cases of a category from the user's copy of the published data. */
export function loadCases(directory: string, category: Category): BfclCase[] {
  const file = `${VERSION}_multi_turn_${category}.json`
  const questions = readValidated(directory, file, question)
  const answers = new Map(
    readValidated(directory, join('possible_answer', file), answer).map(({ id, ground_truth: truth }) => [id, truth]),
  )
  return questions.map((one) => {
    const truth = answers.get(one.id)
    if (!truth) throw new UsageError(join(directory, 'possible_answer', file), `has no answer for ${one.id}`, REMEDY)
    return {
      id: one.id,
      category,
      turns: one.question,
      configuration: (one.initial_config ?? {}) as BfclCase['configuration'],
      involved: one.involved_classes,
      heldOut: one.missed_function ?? {},
      truth,
    }
  })
}

function readValidated<T>(directory: string, name: string, schema: z.ZodType<T>): T[] {
  const file = join(directory, name)
  if (!existsSync(file)) throw missing(directory, name)
  return readRecords(file, REMEDY).map((record, i) => {
    const result = schema.safeParse(record)
    if (result.success) return result.data
    throw new UsageError(
      `${file} line ${i + 1}`,
      `is not ${VERSION} multi-turn data ('${result.error.issues[0]?.path.join('/')}' is missing or of another type)`,
      REMEDY,
    )
  })
}

/** Says whether the folder is missing, holds another version of the data, or lacks this file only. */
function missing(directory: string, name: string): UsageError {
  if (!existsSync(directory)) return new UsageError(directory, 'no such folder', REMEDY)
  const other = readdirSync(directory).find((file) => /^BFCL_v\d+_/.test(file) && !file.startsWith(`${VERSION}_`))
  if (other !== undefined)
    return new UsageError(
      directory,
      `holds ${other.slice(0, 7)} data, this reads ${VERSION}`,
      `Fetch the ${VERSION} files of the same benchmark.`,
    )
  return new UsageError(directory, `has no ${name}`, REMEDY)
}
