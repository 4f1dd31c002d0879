import * as z from 'zod'
import { ToolError } from '../../core/errors.js'
import { addDays } from '../../core/calendar.js'
import { between } from '../../core/random.js'
import { defineEnvironment, defineTool, entity } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { phrases } from './phrases.js'
import { scenario } from './scenario.js'
import { parcelOf, type State, state } from './state.js'

const parcelId = entity('parcel', z.string())
const branchId = entity('branch', z.string())
const tool = defineTool<State>()

/** A parcel desk with two branches or more: the smallest environment that has everything. Read this one first. */
export const mini = defineEnvironment<State>({
  name: 'mini',
  version: 1,
  source: 'built-in',
  summary: 'A parcel desk: look parcels up, send them to another branch, arrange pickups.',
  state,
  unobserved: ['generator'],
  entities: {
    person: { noun: ['name', 'names'], form: 'name' },
    parcel: {
      noun: ['parcel number', 'parcel numbers'],
      opaque: true,
      mentions: { 'recipient:equals': ['the parcel for <value:name>', "<value:name>'s parcel"] },
      named: ['the parcel for <recipient>', 'parcel <value>'],
      earlier: ['that parcel', 'it'],
    },
    branch: {
      noun: ['branch number', 'branch numbers'],
      opaque: true,
      mentions: { 'street:equals': ['the <value:name> branch', 'the branch on <value:name>'] },
      named: ['the <street> branch', 'the branch on <street>', 'branch <value>'],
      earlier: ['that branch', 'the same branch'],
      extremes: {
        'closes:most': ['the branch that stays open longest', 'the branch that closes last'],
        'closes:least': ['the branch that closes first', 'the branch that shuts the earliest'],
      },
      sought: ['closes:most'],
    },
    'pickup-code': {
      noun: ['pickup code', 'pickup codes'],
      opaque: true,
      named: ['the pickup on <day:date>', 'pickup <value>'],
      earlier: ['that pickup', 'the pickup'],
    },
    day: { noun: ['day', 'days'], form: 'date' },
  },
  scenario,
  conversation,
  tools: {
    find_parcel: tool({
      description: 'Look up the parcel that waits for a person.',
      effect: 'read',
      parameters: z.object({ recipient: entity('person', z.string()).describe('Full name on the label.') }),
      returns: z.object({ parcel_id: parcelId }),
      phrases: phrases.find_parcel,
      run({ state: { parcels }, args: { recipient } }) {
        const [id] = Object.entries(parcels).find(([, { recipient: name }]) => name === recipient) ?? []
        if (!id) throw new ToolError('not-found', { error: `No parcel waits for ${recipient}.` })
        return { parcel_id: id }
      },
    }),
    get_parcel: tool({
      description: 'Show where a parcel is and what it weighs in grams.',
      effect: 'read',
      parameters: z.object({ parcel_id: parcelId }),
      returns: z.object({ recipient: z.string(), branch_id: branchId, grams: z.number().int() }),
      phrases: phrases.get_parcel,
      candidates: ({ state: { parcels } }) => Object.keys(parcels).map((id) => ({ parcel_id: id })),
      run({ state: from, args }) {
        const { recipient, branch, grams } = parcelOf(from, args.parcel_id)
        return { recipient, branch_id: branch, grams }
      },
    }),
    list_branches: tool({
      description: 'List all branches with their street and closing time.',
      effect: 'read',
      parameters: z.object({}),
      returns: z.object({
        branches: z.array(z.object({ branch_id: branchId, street: z.string(), closes: z.string() })),
      }),
      run: ({ state: from }) => ({
        branches: Object.entries(from.branches).map(([branch_id, branch]) => ({ branch_id, ...branch })),
      }),
    }),
    send_to_branch: tool({
      description: 'Move a parcel to another branch.',
      effect: 'write',
      parameters: z.object({ parcel_id: parcelId, branch_id: branchId }),
      returns: z.object({ parcel_id: parcelId, arrives_in_days: z.number().int() }),
      phrases: phrases.send_to_branch,
      candidates: ({ state: { parcels, branches } }) =>
        Object.entries(parcels).flatMap(([parcel_id, { branch }]) =>
          Object.keys(branches)
            .filter((id) => id !== branch)
            .map((branch_id) => ({ parcel_id, branch_id })),
        ),
      run({ state: from, draft, args: { parcel_id, branch_id } }) {
        const found = parcelOf(from, parcel_id)
        if (!from.branches[branch_id]) throw new ToolError('not-found', { error: `There is no branch ${branch_id}.` })
        if (found.branch === branch_id)
          throw new ToolError('no-change', { error: `Parcel ${parcel_id} is already at branch ${branch_id}.` })
        parcelOf(draft(), parcel_id).branch = branch_id
        return { parcel_id, arrives_in_days: 1 + (found.grams > 2000 ? 1 : 0) }
      },
    }),
    book_pickup: tool({
      description: 'Arrange for a parcel to be collected at its branch on a day.',
      effect: 'draws',
      parameters: z.object({ parcel_id: parcelId, day: entity('day', z.string()).describe('YYYY-MM-DD.') }),
      returns: z.object({ pickup_code: entity('pickup-code', z.string()), day: z.string() }),
      phrases: phrases.book_pickup,
      candidates: ({ state: { parcels }, random, clock }) =>
        Object.keys(parcels).map((id) => ({
          parcel_id: id,
          day: addDays(clock, between(random.fork(id), 1, 14)),
        })),
      run({ state: from, draft, args: { parcel_id, day }, random }) {
        if (parcelOf(from, parcel_id).pickup)
          throw new ToolError('no-change', { error: `Parcel ${parcel_id} already has a pickup.` })
        const code = String(random.integer(1000, 9999))
        parcelOf(draft(), parcel_id).pickup = day
        draft().codes[`c${code}`] = parcel_id
        return { pickup_code: `c${code}`, day }
      },
    }),
    cancel_pickup: tool({
      description: 'Call off an arranged pickup.',
      effect: 'write',
      parameters: z.object({ pickup_code: entity('pickup-code', z.string()) }),
      returns: z.object({ cancelled: z.boolean() }),
      phrases: phrases.cancel_pickup,
      candidates: ({ state: { codes } }) => Object.keys(codes).map((pickup_code) => ({ pickup_code })),
      run({ state: from, draft, args: { pickup_code } }) {
        const id = from.codes[pickup_code]
        if (!id) throw new ToolError('not-found', { error: `There is no pickup ${pickup_code}.` })
        parcelOf(draft(), id).pickup = null
        delete draft().codes[pickup_code]
        return { cancelled: true }
      },
    }),
  },
})
