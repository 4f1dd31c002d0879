import { type FamilyVerifier, unless } from './family.js'

/** The row has one turn. */
export const verifySingle: FamilyVerifier = ({ turn, turns }) =>
  unless('single', turn, [['it is the only turn', turns === 1]])
