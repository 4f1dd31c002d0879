import { pick, type Rng, sampleOf } from '../../core/random.js'
import { type Ledger, seenOf } from './ledger.js'
import { propose } from './propose.js'
import { search } from './search.js'
import type { Situation } from './situation.js'
import { overlaps, type Study } from './study.js'
import type { Tool } from './tools.js'
import { compare, linksTo, type Step, touches, tryLink } from './transition.js'
import type { Trials } from './trials.js'
import { stepWith } from './walk.js'

const TRIALS = 24
const ENOUGH = 3
const ENOUGH_SEEDS = 2
const LINKS = 4
const PROPOSALS = 2
const TRIES = 24

/** Gives every pair of tools, of which the first writes what the second reads, a fair number of trials. */
export function tryPairs({ study, ledger, places, random, spent }: Trials): void {
  if (places.length === 0) return
  for (const from of study.tools) {
    for (const to of study.tools) {
      if (from === to || !mayConcern(study, from, to)) continue
      for (let i = 0; i < TRIALS && !isSettled(ledger, from, to) && !spent(); i++)
        tryPair(study, ledger, from, to, pick(random, places), random)
    }
  }
}

/** Does the second tool read what the first writes, as far as can be seen? */
export function mayConcern(study: Study, from: Tool, to: Tool): boolean {
  const [writer, reader] = [study.notes[from.index], study.notes[to.index]]
  if (!writer || !reader || writer.successes === 0) return false
  return !study.seesState || overlaps([...writer.writes], [...reader.reads])
}

export function isSettled(ledger: Ledger, from: Tool, to: Tool): boolean {
  const { confirmed, seeds } = seenOf(ledger.enables, from, to)
  return confirmed >= ENOUGH && seeds.size >= ENOUGH_SEEDS
}

function tryPair(study: Study, ledger: Ledger, from: Tool, to: Tool, place: Situation, random: Rng): void {
  const step = stepWith(study, place, from, random)
  if (!step || !touches(study, step, to)) return
  const links = linksTo(study, ledger, step, to, true, random)
  for (const link of sampleOf(random, links, LINKS))
    tryLink(study, ledger, step, to, step.to.bases.get(to.index) ?? undefined, link, true, random)
  for (let i = 0; i < PROPOSALS; i++) comparePlainly(study, ledger, step, to, step.from, random)
  const found = search(study, to, step.to, TRIES, random)
  if (found) compare(study, ledger, step, { tool: to, arguments: found.base.arguments })
}

function comparePlainly(study: Study, ledger: Ledger, step: Step, tool: Tool, where: Situation, random: Rng): void {
  const base = propose(study, tool, where, random)
  const { now } = compare(study, ledger, step, { tool, arguments: base.arguments })
  if (now.ok) step.to.bases.set(tool.index, base)
}
