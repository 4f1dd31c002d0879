import type { Family } from './family.js'

/** A value is taken from among many of its kind; the row's scenario is large, and the material shows that it shows. */
export const longContext: Family = {
  name: 'long-context',
  material: 'crowded',
  rewrite: (task) => ({ task: { ...task, families: [...task.families, 'base'] }, subject: { kind: 'requests' } }),
}
