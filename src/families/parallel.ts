import type { Family } from './family.js'

/** Calls that do not depend on each other: the material has some that are ready at the same time. */
export const parallel: Family = {
  name: 'parallel',
  material: 'parallel',
  rewrite: (task) => ({ task: { ...task, families: [...task.families, 'parallel'] }, subject: { kind: 'requests' } }),
}
