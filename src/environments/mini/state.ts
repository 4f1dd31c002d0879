import * as z from 'zod'
import { ToolError } from '../../core/errors.js'

const parcel = z.object({
  recipient: z.string(),
  branch: z.string(),
  grams: z.number().int(),
  pickup: z.string().nullable(),
})

/** Parcels waiting at branches, pickups by code, and where the codes' generator stands (not observed). */
export const state = z.object({
  parcels: z.record(z.string(), parcel),
  branches: z.record(z.string(), z.object({ street: z.string(), closes: z.string() })),
  codes: z.record(z.string(), z.string()),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int() }),
})
export type State = z.infer<typeof state>

/** The parcel with this number; a caller may get it wrong. */
export function parcelOf(from: State, id: string): State['parcels'][string] {
  const found = from.parcels[id]
  if (!found) throw new ToolError('not-found', { error: `There is no parcel ${id}.` })
  return found
}
