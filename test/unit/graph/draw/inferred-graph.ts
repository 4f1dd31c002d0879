import type { ParameterNode, RelationGraph, ToolNode, Witness } from '../../../../src/graph/infer/relation-graph.js'

/** A small inferred graph with every kind of relation: a desk with a login, tickets, and two ways to a token. */
export function inferredGraph(): RelationGraph {
  return {
    schema: 1,
    seed: 7,
    environments: [
      { name: 'desk', version: 1, digest: 'd', seen: 'state' },
      { name: 'mail', version: 2, digest: 'm', seen: 'results' },
    ],
    budget: { calls: 2000, used: 1234 },
    tools: [
      tool('desk', 'login', { effect: 'session' }),
      tool('desk', 'unlock_by_code', { effect: 'session' }),
      tool('desk', 'open_ticket', {
        effect: 'write',
        draws: true,
        prerequisites: [{ anyOf: ['login', 'unlock_by_code'], gate: true }],
      }),
      tool('desk', 'close_ticket', {
        effect: 'write',
        parameters: [key('ticket_id')],
        prerequisites: [
          { anyOf: ['login', 'unlock_by_code'], gate: true },
          { anyOf: ['open_ticket'], gate: false },
        ],
        errors: [{ code: 'not-found', shape: 'No ticket <n>.', count: 12 }],
        minimalSets: [{ tools: ['login', 'open_ticket'], witness: witness() }],
      }),
      tool('desk', 'logout', { effect: 'session' }),
      tool('desk', 'shred', { effect: 'unknown', successes: 0, deadEnd: 'every call was refused with: out of paper' }),
      tool('mail', 'send', { effect: 'write' }),
    ],
    enables: [
      { from: 'login', to: 'open_ticket', agreement: [], gate: true, evidence, confidence: 1, witness: witness() },
      {
        from: 'unlock_by_code',
        to: 'open_ticket',
        agreement: [],
        gate: true,
        evidence,
        confidence: 1,
        witness: witness(),
      },
      {
        from: 'open_ticket',
        to: 'close_ticket',
        agreement: [
          {
            parameter: 'ticket_id',
            origin: { from: 'result', tool: 'open_ticket', path: '/id', transform: 'identity' },
          },
        ],
        gate: false,
        evidence,
        confidence: 0.9,
        witness: witness(),
      },
      { from: 'login', to: 'close_ticket', agreement: [], gate: true, evidence, confidence: 1, witness: witness() },
    ],
    disables: [{ from: 'logout', to: 'open_ticket', agreement: [], evidence, confidence: 0.8, witness: witness() }],
    affects: [{ from: 'close_ticket', to: 'open_ticket', evidence, witness: witness() }],
    provides: [
      {
        from: 'open_ticket',
        path: '/id',
        transform: 'identity',
        to: 'close_ticket',
        parameter: 'ticket_id',
        evidence,
        confidence: 0.95,
        witness: {
          ...witness(),
          value: { call: 1, path: '/id', transform: 'identity', parameter: 'ticket_id', value: 41 },
          refused: [3, 9001],
        },
      },
    ],
    compatible: [
      {
        from: 'open_ticket',
        path: '/title',
        transform: 'list_item',
        to: 'send',
        parameter: 'text',
        witness: witness(),
      },
    ],
  }
}

const evidence = { tried: 20, confirmed: 19, states: 8 }

function witness(): Witness {
  return {
    environments: ['desk', 'mail'],
    seed: 11,
    before: [{ tool: 'login', arguments: { name: 'Ada' } }],
    between: [{ tool: 'open_ticket', arguments: { title: 'Broken <b>lamp</b>' } }],
    call: { tool: 'close_ticket', arguments: { ticket_id: 41 } },
  }
}

function key(name: string): ParameterNode {
  return {
    name,
    required: true,
    type: 'integer',
    kind: 'key',
    random: { tried: 30, succeeded: 0 },
    pools: [
      {
        origin: { from: 'result', tool: 'open_ticket', path: '/id', transform: 'identity' },
        tried: 20,
        succeeded: 19,
        examples: [41, 42],
      },
    ],
  }
}

function tool(environment: string, name: string, rest: Partial<ToolNode>): ToolNode {
  return {
    environment,
    name,
    description: `Does what ${name} says.`,
    effect: 'read',
    draws: false,
    reads: [],
    writes: [],
    calls: 40,
    atStart: { tried: 8, succeeded: 2 },
    successes: 31,
    successRate: 0.775,
    errors: [],
    parameters: [],
    outputs: [],
    prerequisites: [],
    minimalSets: [],
    ...rest,
  }
}
