import type { Witness, WitnessCall } from '../infer/relation-graph.js'
import type { DrawnCall, DrawnKind, DrawnWitness, Fact } from './drawing.js'
import { cut } from './inferred-texts.js'

type Outcome = NonNullable<DrawnCall['outcome']>

/** What the call comes to without and with what stands between. */
const OUTCOMES: { readonly [kind in DrawnKind]: readonly [without: Outcome, after: Outcome] } = {
  enables: ['refused', 'answered'],
  disables: ['answered', 'refused'],
  affects: ['answered', 'answered otherwise'],
  provides: ['refused', 'answered'],
  compatible: ['answered', 'answered'],
}

/** A witness as runs of calls, each from the start that its seed makes. */
export function drawWitness(kind: DrawnKind, witness: Witness): DrawnWitness {
  const { environments, seed, before, between, call } = witness
  const facts = [
    { label: 'start', value: `${environments.join(' + ')}, scenario seed ${seed}` },
    ...valueFacts(witness),
  ]
  const [without, after] = OUTCOMES[kind]
  if (kind === 'provides' || kind === 'compatible') {
    return {
      facts,
      runs: [
        {
          heading: 'The result feeds the call',
          calls: [...[...before, ...between].map(drawCall), { ...drawCall(call), outcome: after }],
        },
      ],
    }
  }
  const toldApart = [...between.map(drawCall), { ...drawCall(call), outcome: after }]
  return {
    facts,
    runs: [
      { heading: 'Without', calls: [...before.map(drawCall), { ...drawCall(call), outcome: without }] },
      {
        heading:
          kind === 'enables'
            ? 'With what enables it'
            : kind === 'disables'
              ? 'With what disables it'
              : 'With what affects it',
        calls: [...before.map(drawCall), ...toldApart],
      },
    ],
  }
}

function valueFacts({ value, refused }: Witness): Fact[] {
  const taken = value && {
    label: 'value',
    value: [
      `${value.parameter} = ${cut(JSON.stringify(value.value), 60)}`,
      `from call ${value.call + 1} at ${value.path || 'its root'} (${value.transform.replaceAll('_', ' ')})`,
    ].join(', '),
  }
  const instead =
    refused && refused.length > 0
      ? {
          label: 'refused',
          value: refused
            .slice(0, 4)
            .map((each) => cut(JSON.stringify(each), 40))
            .join(', '),
        }
      : undefined
  return [taken, instead].filter((fact) => fact !== undefined)
}

function drawCall({ tool, arguments: given }: WitnessCall): DrawnCall {
  return { tool, arguments: JSON.stringify(given) }
}
