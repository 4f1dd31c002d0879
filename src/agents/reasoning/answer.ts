import { isArray, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { at } from '../../core/pointer.js'
import type { Rng } from '../../core/random.js'
import type { Request } from '../../core/reference.js'
import type { VisibleCall } from '../../core/visible.js'
import {
  joinReports,
  type Names,
  type OnTheWay,
  report,
  reportMet,
  reportUnmet,
  tellBeside,
  tied,
  withAsides,
} from '../../language/index.js'
import { besides } from './besides.js'
import { deciding } from './intention.js'
import { type Done, nameArguments, type Named, namedBy } from './naming.js'
import { arrivals, isChange, onTheWay } from './on-the-way.js'

/** The final answer: the outcome of every wish, with what was changed on the way. `goals` are the calls that carried them out. */
export function answer(done: Done, goals: readonly number[], random: Rng): string {
  const { lexicon, visible, requests } = done
  const calls = visible.calls.filter(({ turn }) => turn === visible.turn)
  const named: Named[] = []
  const ways = arrivals(done, goals, random.fork('arrivals'))
  const firsts = asides(done, goals, random)
  const reports = requests.map((request, i) => {
    const words = random.fork(`report${i}`)
    const first = firsts[i] ?? { acts: [] }
    const leaf = deciding(request, requests, visible)
    if (i >= goals.length)
      return withAsides(reportUnmet(lexicon, request, leaf, words), first, false, random.fork(`first${i}`))
    const made = calls.find(({ index }) => index === goals[i])
    const text = (made && reportCall(done, request, made, named, words)) ?? 'That is done.'
    const met = request.only ? reportMet(lexicon, request, leaf, text, words) : text
    const whole = joinReports([met, ...(made ? besides(done, request, made, words) : [])])
    const told = withAsides(whole, first, isChange(done.graph, request.tool), random.fork(`first${i}`))
    return joinReports([told, ...ways.flatMap((way) => (way.goal === goals[i] ? [way.text] : []))])
  })
  const apart = ways.flatMap(({ goal, text }) => (goal === undefined ? [text] : []))
  return joinReports([...tied(reports, random.fork('tied')), ...apart])
}

/** What was done first, by wish; what another wish hangs on is followed by that at once, so such a one waits. */
function asides(done: Done, goals: readonly number[], random: Rng): OnTheWay[] {
  const { requests } = done
  const own = requests.map((_, i): OnTheWay =>
    i < goals.length ? onTheWay(done, goals, goals[i], random.fork(`aside${i}`)) : { acts: [] },
  )
  const waits = (i: number): boolean => requests[i + 1]?.only !== undefined && own[i]?.mended === undefined
  return own.map((first, i) => {
    const acts = [...(waits(i - 1) ? (own[i - 1]?.acts ?? []) : []), ...(waits(i) ? [] : first.acts)]
    return { ...first, acts: [...new Set(acts)] }
  })
}

function reportCall(done: Done, request: Request, made: VisibleCall, named: Named[], random: Rng): string | undefined {
  const { request: known, names } = nameArguments(done, request, made, named, random.fork('names'))
  const before = tellUnchanged(done, known, made, names, random)
  const text =
    before ??
    report(done.lexicon, known, made.result.value, random, names) ??
    report(done.lexicon, request, made.result.value, random)
  named.push(...namedBy(done, request, made, names, text ?? ''))
  return text
}

/** That what a call was to add was there before; undefined where it was not. */
function tellUnchanged(
  { lexicon }: Done,
  request: Request,
  { call, result }: VisibleCall,
  names: Names,
  random: Rng,
): string | undefined {
  const { unchanged } = lexicon.phrasesOf(call.name) ?? {}
  const list = unchanged && at(untag(result.value), unchanged.to)
  if (!unchanged || !isArray(list)) return undefined
  const added = at(untag(call.arguments), `/${unchanged.parameter}`) ?? null
  const wasThere = list.slice(0, -1).some((item) => sameJson(item, added))
  return wasThere ? tellBeside(lexicon, unchanged, request, result.value, random, names) : undefined
}
