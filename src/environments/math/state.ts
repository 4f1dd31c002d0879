import * as z from 'zod'
import type { Json } from '../../core/json.js'

/** A run of figures the user works with ("the weekly mileage"), so that the numbers of a conversation belong together. */
const series = z.object({
  about: z.string(),
  /** What a person calls one of them: words, not symbols. */
  unit: z.string(),
  numbers: z.array(z.number()),
})

/**
 * The calculator keeps nothing that shows (SEMANTICS section 6). Private: how results that JSON cannot hold are written
 * (`python` tags them as the benchmark prints them, `plain` gives the nearest JSON number), and the user's figures.
 */
export const state = z.object({ notation: z.enum(['plain', 'python']), series: z.array(series) })

export type State = z.infer<typeof state>
export type Series = z.infer<typeof series>
export type Notation = State['notation']

/** What the calculator shows of itself: nothing. */
export const observe = (): Json => ({})
