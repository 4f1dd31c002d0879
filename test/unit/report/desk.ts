import * as z from 'zod'
import { createRng } from '../../../src/core/random.js'
import { createScenario, defineEnvironment, defineTool, entity } from '../../../src/environment/index.js'
import { buildGraph } from '../../../src/graph/index.js'

const state = z.object({
  signedIn: z.boolean(),
  boxes: z.record(z.string(), z.object({ owner: z.string(), shelf: z.string(), grams: z.number().int() })),
})
type State = z.infer<typeof state>

const box = entity('box', z.string())
const tool = defineTool<State>()
const BOXES: State['boxes'] = {
  'B-771': { owner: 'Ada', shelf: 'north shelf', grams: 1250 },
  'B-904': { owner: 'Lin', shelf: 'south shelf', grams: 480 },
}

/** A store room: boxes are found by owner, may be moved after signing in, and a shelf has to be unlocked before. */
export const desk = defineEnvironment<State>({
  name: 'desk',
  version: 1,
  summary: 'A store room for boxes.',
  state,
  entities: {
    owner: { noun: ['owner', 'owners'] },
    box: {
      noun: ['box', 'boxes'],
      opaque: true,
      mentions: { 'owner:equals': ['the box of <value:name>'] },
      earlier: ['it'],
    },
    shelf: { noun: ['shelf', 'shelves'] },
  },
  conditions: { 'signed-in': ({ signedIn }) => signedIn, unlocked: () => false },
  scenario: () => ({ state: { signedIn: false, boxes: structuredClone(BOXES) }, userKnows: [], situations: [] }),
  tools: {
    sign_in: tool({
      description: 'Sign in.',
      effect: 'session',
      parameters: z.object({}),
      establishes: ['signed-in'],
      run({ draft }) {
        draft().signedIn = true
        return 'welcome'
      },
    }),
    unlock: tool({
      description: 'Unlock the shelves.',
      effect: 'write',
      parameters: z.object({}),
      establishes: ['unlocked'],
      run: () => 'open',
    }),
    find_box: tool({
      description: 'Find the box of a person.',
      effect: 'read',
      parameters: z.object({ owner: entity('owner', z.string()) }),
      returns: z.object({ box_id: box }),
      run: ({ state: from, args }) => ({
        box_id: Object.keys(from.boxes).find((id) => from.boxes[id]?.owner === args.owner) ?? '',
      }),
    }),
    weigh_box: tool({
      description: 'Weigh a box.',
      effect: 'read',
      parameters: z.object({ box_id: box }),
      returns: z.object({ grams: z.number() }),
      phrases: { asks: ['weigh <box_id>'], answers: ['/grams'], reports: ['</grams> grams.'] },
      candidates: ({ state: from }) => Object.keys(from.boxes).map((box_id) => ({ box_id })),
      run: ({ state: from, args }) => ({ grams: from.boxes[args.box_id]?.grams ?? 0 }),
    }),
    move_box: tool({
      description: 'Move a box to a shelf.',
      effect: 'write',
      parameters: z.object({ box_id: box, shelf: entity('shelf', z.string()) }),
      requires: ['signed-in', 'unlocked'],
      phrases: { asks: ['put <box_id> on <shelf>'], reports: ['Moved.'] },
      candidates: () => [],
      run({ draft, args }) {
        const moved = draft().boxes[args.box_id]
        if (moved) moved.shelf = args.shelf
        return 'moved'
      },
    }),
  },
})

export const deskGraph = buildGraph([desk])

/** The store room as every row finds it. */
export function deskWorld(): ReturnType<typeof createScenario>['world'] {
  return createScenario([desk], createRng(1)).world
}
