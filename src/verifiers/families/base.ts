import { type FamilyVerifier, unless } from './family.js'

/** Nothing is changed: the turn acts, no failure is planned. */
export const verifyBase: FamilyVerifier = ({ turn, task: { expected, faults } }) =>
  unless('base', turn, [
    ['it acts', expected.kind === 'act'],
    ['no failure is planned', faults.length === 0],
  ])
