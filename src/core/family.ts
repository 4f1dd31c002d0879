/** What a turn or a row trains, in the order of the design. */
export const FAMILIES = [
  'base',
  'single',
  'missing-tool',
  'missing-parameter',
  'long-context',
  'irrelevant',
  'parallel',
  'error-recovery',
  'blocked',
  'recall',
  'revision',
  'policy',
  'distractor',
] as const

export type FamilyName = (typeof FAMILIES)[number]
