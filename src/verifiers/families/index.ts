import type { FamilyName } from '../../core/family.js'
import { verifyBase } from './base.js'
import { verifyBlocked } from './blocked.js'
import { verifyDistractor } from './distractor.js'
import { verifyErrorRecovery } from './error-recovery.js'
import type { FamilyVerifier } from './family.js'
import { verifyIrrelevant } from './irrelevant.js'
import { verifyLongContext } from './long-context.js'
import { verifyMissingParameter } from './missing-parameter.js'
import { verifyMissingTool } from './missing-tool.js'
import { verifyParallel } from './parallel.js'
import { verifyPolicy } from './policy.js'
import { verifyRecall } from './recall.js'
import { verifyRevision } from './revision.js'
import { verifySingle } from './single.js'

/** The proof of each family. */
export const FAMILY_VERIFIERS: { readonly [family in FamilyName]: FamilyVerifier } = {
  base: verifyBase,
  single: verifySingle,
  'missing-tool': verifyMissingTool,
  'missing-parameter': verifyMissingParameter,
  'long-context': verifyLongContext,
  irrelevant: verifyIrrelevant,
  parallel: verifyParallel,
  'error-recovery': verifyErrorRecovery,
  blocked: verifyBlocked,
  recall: verifyRecall,
  revision: verifyRevision,
  policy: verifyPolicy,
  distractor: verifyDistractor,
}

export { COMPETITORS, competitorsOf } from './long-context.js'
