import type { Family } from './family.js'

/** Nothing is changed. */
export const base: Family = {
  name: 'base',
  material: 'trace',
  rewrite: (task) => ({ task: { ...task, families: [...task.families, 'base'] }, subject: { kind: 'requests' } }),
}
