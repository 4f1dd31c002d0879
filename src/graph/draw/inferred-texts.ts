import type { Agreement, Evidence, Origin, ValuePool } from '../infer/relation-graph.js'
import type { Fact } from './drawing.js'

/** Where a value comes from, in words. */
export function originText(origin: Origin): string {
  switch (origin.from) {
    case 'schema':
      return 'named by the schema'
    case 'description':
      return 'named by the description'
    case 'state':
      return `${origin.part} in the state at ${origin.path}`
    case 'result':
      return `result of ${origin.tool} at ${origin.path || 'its root'}`
    case 'argument':
      return `${origin.parameter} of ${origin.tool}`
    case 'user':
      return 'known to the user'
    case 'clock':
      return 'the clock'
    case 'fresh':
      return 'made up'
    case 'omitted':
      return 'left out'
  }
}

export function poolText({ succeeded, tried, examples }: ValuePool): string {
  const shown = examples.slice(0, 3).map((example) => cut(JSON.stringify(example), 40))
  return [
    `${shareText(succeeded, tried)} accepted`,
    ...(shown.length === 0 ? [] : [`such as ${shown.join(', ')}`]),
  ].join(', ')
}

/** What a condition is called: a gate stands open for any arguments, else it holds for those that agree. */
export function conditionText(gate: boolean, agreement: readonly Agreement[]): string {
  if (gate) return 'gate'
  return agreement.length === 0 ? 'state' : `same ${agreement.map(({ parameter }) => parameter).join(', ')}`
}

export function agreementText({ parameter, origin }: Agreement): Fact {
  return { label: 'agrees in', value: `${parameter}: ${originText(origin)}` }
}

export function evidenceFacts({
  evidence,
  confidence,
}: {
  readonly evidence: Evidence
  readonly confidence?: number
}): Fact[] {
  const { confirmed, tried, states } = evidence
  return [
    {
      label: 'confirmed',
      value: `${confirmed} of ${tried} tries, from ${states} ${states === 1 ? 'start' : 'different starts'}`,
    },
    ...(confidence === undefined ? [] : [{ label: 'confidence', value: confidence.toFixed(2) }]),
  ]
}

/** '3 of 4 (75 %)'. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? 'none tried' : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`
}

export function cut(text: string, characters: number): string {
  const all = [...text]
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`
}
