import type { CoverageFigure } from './figures/coverage.js'
import { FAMILIES } from './figures/families.js'
import type { Figures } from './figures/figures.js'
import { grouped, percent, plural } from './numbers.js'
import { share } from './tally.js'

/** One line of the quality table. */
export interface QualityLine {
  readonly id: string
  readonly what: string
  /** The measured figure; null where nothing was measured. */
  readonly value: number | null
  readonly shown: string
  readonly bar: string
  /** Does it reach its bar? Null where these rows cannot tell; the note says why. */
  readonly holds: boolean | null
  readonly note?: string
}

/** Every line of the data-quality table, in its order. */
export function qualityOf(figures: Figures): QualityLine[] {
  return [
    ...provedLines(figures),
    ...turnLines(figures),
    ...signatureLines(figures),
    ...wordingLines(figures),
    targetLine(figures),
    hiddenTargetLine(figures),
    familyLine(figures),
    {
      id: 'graph',
      what: 'graph on the reference environments',
      value: null,
      shown: 'not of these rows',
      bar: 'recall >= 0.95 hard enables, >= 0.9 key provides',
      holds: null,
      note: 'measured by `turnsmith graph --infer --compare`',
    },
  ]
}

const UNPROVED = 'as the certificates claim; not proved again'

function provedLines({ proof }: Figures): QualityLine[] {
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
    if (value === undefined) return { id, what, value: null, shown: 'not checked', bar: '0', holds: null, note: 'this version does not make the check yet' }
    if (proved === undefined) return { id, what, value: fromCertificate ? value : null, shown: fromCertificate ? grouped(value) : 'not asked', bar: '0', holds: value > 0 ? false : null, note: UNPROVED }
    return { id, what, value, shown: grouped(value), bar: '0', holds: value === 0 }
  }
  return [
    again,
    none('null-agents', 'null agents passing', proof.nullPassed, true),
    none('mutants', `mutants surviving (${grouped(proof.mutants.tried)} tried)`, proof.mutants.survived, true),
    none('query-mutants', `query mutants surviving (${grouped(proof.queryMutants.tried)} tried)`, proof.queryMutants.survived, true),
    none('ungrounded', 'ungrounded arguments', proof.ungrounded, false),
    none('leaks', 'leaks', proof.leaks, false),
    none('unnecessary', 'unnecessary calls', proof.unnecessary, false),
    none('ambiguous', 'ambiguous queries', proof.ambiguous, false),
    none('uninformed', 'uninformed choices', proof.uninformed, false),
  ]
}

function turnLines({ shape, hidden, reuse }: Figures): QualityLine[] {
  const withHidden = share(hidden.turnsWith, shape.turns)
  const short = share(shape.oneCallOrNone, shape.turns)
  const [commonest] = hidden.tools
  const largest = share(commonest?.count ?? 0, hidden.total)
  const using = share(reuse.using, reuse.laterTurns)
  return [
    { id: 'hidden-turns', what: 'turns with at least one hidden step', value: withHidden, shown: percent(withHidden), bar: '>= 50 %', holds: withHidden >= 0.5 },
    { id: 'short-turns', what: 'turns with one call or none', value: short, shown: percent(short), bar: '20-30 %', holds: short >= 0.2 && short <= 0.3 },
    {
      id: 'hidden-tool',
      what: 'share of any one tool among hidden steps',
      value: largest,
      shown: percent(largest),
      bar: '<= 20 %',
      holds: hidden.total === 0 ? null : largest <= 0.2,
      ...(commonest ? { note: `${commonest.name}; ${plural(hidden.tools.length, 'tool')} in all` } : {}),
    },
    {
      id: 'earlier-results',
      what: "turns after the first that use an earlier turn's result",
      value: using,
      shown: percent(using),
      bar: '>= 40 %',
      holds: reuse.laterTurns === 0 ? null : using >= 0.4,
      note: `${percent(share(reuse.leaning, reuse.laterTurns))} take something from an earlier turn, with what the user said there`,
    },
  ]
}

function signatureLines({ signatures, shape }: Figures): QualityLine[] {
  const { turns, distinct, perThousand, top } = signatures
  const largest = share(top[0]?.count ?? 0, turns)
  return [
    {
      id: 'signatures',
      what: 'distinct signatures of linked multi-call turns per 1,000 trajectories',
      value: perThousand ?? distinct,
      shown: perThousand === undefined ? `${grouped(distinct)} in ${plural(shape.rows, 'row')}` : grouped(perThousand),
      bar: '>= 250',
      ...(perThousand === undefined && distinct < 250 ? { holds: null, note: 'needs 1,000 rows' } : { holds: (perThousand ?? distinct) >= 250 }),
    },
    {
      id: 'signature-share',
      what: 'largest share of one signature among them',
      value: largest,
      shown: percent(largest),
      bar: '<= 2 %',
      holds: turns === 0 ? null : largest <= 0.02,
      ...(top[0] ? { note: top[0].tools } : {}),
    },
  ]
}

function wordingLines({ wording, reasoning }: Figures): QualityLine[] {
  const ratio = wording.distinct[4]
  const small = wording.sampleWords < 10_000
  return [
    {
      id: 'four-grams',
      what: 'distinct 4-grams of user messages, values masked, in 10,000 tokens',
      value: ratio,
      shown: ratio.toFixed(2),
      bar: '>= 0.5 procedural, >= 0.8 model',
      ...(small && ratio >= 0.5 ? { holds: null, note: `only ${plural(wording.sampleWords, 'token')}; fewer tokens look more varied` } : { holds: ratio >= 0.5 }),
    },
    {
      id: 'thought-sentences',
      what: 'share of the ten commonest masked chain-of-thought sentences',
      value: reasoning.topShare,
      shown: percent(reasoning.topShare),
      bar: '<= 15 %',
      holds: reasoning.sentences === 0 ? null : reasoning.topShare <= 0.15,
    },
  ]
}

const ROWS_FOR_TARGETS = 5000
const TIMES = 10

function targetLine(figures: Figures): QualityLine {
  const reachable = figures.coverage.tools.filter((tool) => tool.reachable)
  return leastOf('targets', 'each reachable target tool, times in 5,000 rows', reachable, ({ asTarget }) => asTarget, figures.shape.rows)
}

function hiddenTargetLine(figures: Figures): QualityLine {
  const hiding = figures.coverage.tools.filter((tool) => tool.reachable && tool.canHide)
  return leastOf('hidden-targets', 'the same with a hidden step, where the graph has one', hiding, (tool) => tool.asTargetWithHidden, figures.shape.rows)
}

/** Counts of fewer rows are scaled up for reading, but only a full count fails the bar. */
function leastOf(id: string, what: string, tools: CoverageFigure['tools'], times: (tool: CoverageFigure['tools'][number]) => number, rows: number): QualityLine {
  const scale = ROWS_FOR_TARGETS / Math.max(1, rows)
  const sorted = tools.toSorted((a, b) => times(a) - times(b))
  const [least] = sorted
  const below = sorted.filter((tool) => times(tool) * scale < TIMES)
  const value = least ? Math.round(times(least) * scale) : null
  const exact = rows >= ROWS_FOR_TARGETS || tools.every((tool) => times(tool) >= TIMES)
  const named = below.slice(0, 12).map((tool) => `${tool.tool} ${times(tool)}`)
  const notes = [...(exact ? [] : [`scaled from ${plural(rows, 'row')}`]), ...(below.length > 0 ? [`below: ${named.join(', ')}${below.length > named.length ? ` and ${below.length - named.length} more` : ''}`] : [])]
  return {
    id,
    what,
    value,
    shown: least ? `${below.length} of ${tools.length} below` : 'no tools',
    bar: `>= ${TIMES} each`,
    holds: least === undefined || !exact ? null : below.length === 0,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
}

function familyLine({ families, shape }: Figures): QualityLine {
  const known = families.families.filter(({ name }) => (FAMILIES as readonly string[]).includes(name))
  const shares = known.map(({ name, rows }) => ({ name, part: share(rows, shape.rows) })).toSorted((a, b) => a.part - b.part)
  const [least] = shares
  const below = shares.filter(({ part }) => part < 0.05)
  return {
    id: 'families',
    what: 'share of rows of each family',
    value: least?.part ?? 0,
    shown: below.length === 0 ? `least ${percent(least?.part ?? 0)} ${least?.name ?? ''}` : `${below.length} of ${known.length} below`,
    bar: '>= 5 % each',
    holds: shape.rows === 0 ? null : below.length === 0,
    ...(below.length === 0 ? {} : { note: `below: ${below.map(({ name, part }) => `${name} ${percent(part)}`).join(', ')}` }),
  }
}
