import { digest } from '../core/digest.js'
import type { MessageTool } from '../core/message.js'
import { messagesOf, type Step, type Trajectory, type Turn } from '../core/trajectory.js'

/*
 * Trajectories that hold every shape a row can take: several calls in a step, several steps, no call, an error result,
 * text and structured results, a chain of thought and none, and texts with quotes, line breaks and other scripts.
 */

const SYSTEM = 'You are an assistant with access to tools. Today is 2026-03-02.'

const TOOLS: readonly MessageTool[] = [
  tool('find_note', 'Find a note by a word of it.', { word: { type: 'string' } }, ['word']),
  tool(
    'write_note',
    'Write a note.',
    {
      text: { type: 'string' },
      tags: { type: 'array', items: { type: 'string' } },
      pinned: { type: 'boolean', default: false },
    },
    ['text'],
  ),
  tool('count_notes', 'Count all notes.', {}, []),
]

function tool(
  name: string,
  description: string,
  properties: { readonly [name: string]: { readonly [keyword: string]: never } | object },
  required: readonly string[],
): MessageTool {
  return {
    type: 'function',
    function: { name, description, parameters: { type: 'object', properties: properties as never, required } },
  }
}

const PARALLEL: readonly Step[] = [
  {
    reasoning: 'Two searches, and neither needs the other.',
    content: '',
    calls: [
      { id: 'aaaaaaaa1', name: 'find_note', arguments: { word: 'café' } },
      { id: 'aaaaaaaa2', name: 'find_note', arguments: { word: 'say "hi"' } },
    ],
    results: [
      { callId: 'aaaaaaaa1', value: { note: 17, text: 'Tisch für zwei\n\tum 19:30', tags: [] } },
      {
        callId: 'aaaaaaaa2',
        value: { error: 'No note holds that word.' },
        error: { code: 'not-found', transient: false },
      },
    ],
  },
  {
    content: 'Only note 17 is there: Tisch für zwei\n\tum 19:30.',
    calls: [],
    results: [],
  },
]

const CHAIN: readonly Step[] = [
  {
    reasoning: 'First the count.',
    content: '',
    calls: [{ id: 'bbbbbbbb1', name: 'count_notes', arguments: {} }],
    results: [{ callId: 'bbbbbbbb1', value: 3 }],
  },
  {
    content: '',
    calls: [
      {
        id: 'bbbbbbbb2',
        name: 'write_note',
        arguments: { text: '三 notes\\n so far', tags: ['a,b', "c'd"], pinned: true },
      },
    ],
    results: [{ callId: 'bbbbbbbb2', value: 'saved\nas note 18' }],
  },
  { reasoning: '', content: 'Noted as 18. 🎉', calls: [], results: [] },
]

/** Two trajectories, of two turns and of one, that stand for every shape of row; they are not certified. */
export function sampleTrajectories(): readonly Trajectory[] {
  const turns = [
    turnOf(0, 'Is there a note about the café, or "hi"?', PARALLEL),
    turnOf(1, 'How many are there? Write that down.', CHAIN),
  ]
  return [
    trajectory(0, turns),
    trajectory(1, [turnOf(0, 'Thanks!\n\nThat is all <for> today & tomorrow.', PARALLEL.slice(-1))]),
  ]
}

function trajectory(index: number, turns: readonly Turn[]): Trajectory {
  return {
    schema: 1,
    id: `sample-00000${index}`,
    index,
    candidate: 0,
    initial: {
      environments: [{ name: 'notes', version: 1, digest: digest('notes'), source: 'module' }],
      state: { notes: { notes: 3 } },
      clock: '2026-03-02T09:00:00',
    },
    system: SYSTEM,
    messages: messagesOf(SYSTEM, turns),
    tools: TOOLS,
    turns,
    certificate: {
      version: 1,
      row: digest(index),
      turns: turns.map(({ end }) => end),
      checks: {},
      nullAgents: {},
      mutants: {},
      queryMutants: {},
      families: {},
      reorderings: { tried: 0, accepted: 0 },
    },
  }
}

function turnOf(turn: number, text: string, steps: readonly Step[]): Turn {
  return {
    task: {
      turn,
      families: ['base'],
      offered: TOOLS.map(({ function: { name } }) => name),
      faults: [],
      expected: { kind: 'decline', because: 'out-of-scope', wanted: [] },
    },
    query: { text, easy: text, mentions: [], spans: [], noise: [] },
    attempts: [],
    steps,
    end: digest(turn),
  }
}
