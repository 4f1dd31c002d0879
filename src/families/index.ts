import type { FamilyName } from '../core/family.js'
import { base } from './base.js'
import { blocked } from './blocked.js'
import { errorRecovery } from './error-recovery.js'
import type { Family } from './family.js'
import { irrelevant } from './irrelevant.js'
import { longContext } from './long-context.js'
import { missingParameter } from './missing-parameter.js'
import { missingTool } from './missing-tool.js'
import { parallel } from './parallel.js'
import { policy } from './policy.js'
import { recall } from './recall.js'
import { revision } from './revision.js'

/** Families that change one turn. */
export const TURN_FAMILIES: { readonly [family in FamilyName]?: Family } = Object.fromEntries(
  [
    base,
    missingTool,
    missingParameter,
    irrelevant,
    parallel,
    errorRecovery,
    blocked,
    recall,
    revision,
    policy,
    longContext,
  ].map((family) => [family.name, family]),
)

export type { Family, FamilyContext, Next, Rewritten } from './family.js'
export { brokenBy } from './policy.js'
export { contraryOf, distract, layDown, ROW_FAMILIES, rowOf, type RowShape } from './row.js'
