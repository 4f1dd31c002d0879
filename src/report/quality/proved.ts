import type { Figures } from '../figures/figures.js'
import { grouped, percent } from '../numbers.js'
import { share } from '../tally.js'
import type { QualityLine } from './line.js'

const UNPROVED = 'as the certificates claim; not proved again'

/** What verify finds, or what certificates claim. */
export function provedLines({ proof }: Figures): QualityLine[] {
  const { proved, rows } = proof
  const again: QualityLine = {
    id: 'proved',
    what: 'rows re-proved by verify',
    bar: '100 %',
    ...(proved === undefined
      ? { value: null, shown: 'not asked', holds: null, note: 'run without --no-prove, or `turnsmith verify`' }
      : { value: share(proved, rows), shown: percent(share(proved, rows)), holds: rows > 0 && proved === rows }),
  }
  const none = (id: string, what: string, value: number | undefined, fromCertificate: boolean): QualityLine => {
    if (value === undefined)
      return {
        id,
        what,
        value: null,
        shown: 'not checked',
        bar: '0',
        holds: null,
        note: 'this version does not make the check yet',
      }
    if (proved === undefined)
      return {
        id,
        what,
        value: fromCertificate ? value : null,
        shown: fromCertificate ? grouped(value) : 'not asked',
        bar: '0',
        holds: value > 0 ? false : null,
        note: UNPROVED,
      }
    return { id, what, value, shown: grouped(value), bar: '0', holds: value === 0 }
  }
  return [
    again,
    none('null-agents', 'null agents passing', proof.nullPassed, true),
    none('mutants', `mutants surviving (${grouped(proof.mutants.tried)} tried)`, proof.mutants.survived, true),
    none(
      'query-mutants',
      `query mutants surviving (${grouped(proof.queryMutants.tried)} tried)`,
      proof.queryMutants.survived,
      true,
    ),
    none('ungrounded', 'ungrounded arguments', proof.ungrounded, false),
    none('leaks', 'leaks', proof.leaks, false),
    none('unnecessary', 'unnecessary calls', proof.unnecessary, false),
    none('ambiguous', 'ambiguous queries', proof.ambiguous, false),
    none('uninformed', 'uninformed choices', proof.uninformed, false),
  ]
}
