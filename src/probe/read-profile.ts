import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { UsageError } from '../core/errors.js'
import type { Profile } from './profile.js'

const RATE = z.object({ tasks: z.number(), tries: z.number(), passRate: z.number(), passAtK: z.number() })
const PROFILE = z.looseObject({
  schema: z.literal(1),
  byTool: z.record(z.string(), RATE),
  tasks: z.record(z.string(), z.number()),
})

/** A profile that a probe wrote; anything else is a usage error. */
export function readProfile(path: string): Pick<Profile, 'byTool' | 'tasks'> {
  if (!existsSync(path)) throw new UsageError(path, 'there is no such file', 'Give the profile.json of a probe.')
  const read = PROFILE.safeParse(parsed(readFileSync(path, 'utf8')))
  if (read.success) return read.data
  throw new UsageError(path, 'this is no profile of schema 1', 'Give the profile.json that turnsmith probe wrote.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A tool that is asked for is weak where fewer tries pass. */
const WEAK_BELOW = 0.8

/** Fewer tries say nothing. */
const LEAST_TRIES = 4

/** Tools that the model often fails to bring about, the weakest first. */
export function weakTools({ byTool }: Pick<Profile, 'byTool'>): string[] {
  return Object.entries(byTool)
    .filter(([, { tries, passRate }]) => tries >= LEAST_TRIES && passRate < WEAK_BELOW)
    .toSorted(([, one], [, other]) => one.passRate - other.passRate)
    .map(([tool]) => tool)
}

/** Is a task of the profile, and passed by a share of tries within these bounds? */
export function inBand(
  { tasks }: Pick<Profile, 'tasks'>,
  [least, most]: readonly [number, number],
): (task: string) => boolean {
  return (task) => {
    const rate = tasks[task]
    return rate !== undefined && rate >= least && rate <= most
  }
}
