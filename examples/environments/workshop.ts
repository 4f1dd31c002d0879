/**
 * Your own tools in one file: a workshop that lends machines. Rows are made in it with
 * `turnsmith synth --module examples/environments/workshop.ts --out runs/workshop`.
 */
import { defineEnvironment, defineTool, entity, ToolError } from 'turnsmith'
import * as z from 'zod'

const state = z.object({
  machines: z.record(
    z.string(),
    z.object({ name: z.string(), bench: z.number().int(), lentTo: z.string().nullable() }),
  ),
})
type State = z.infer<typeof state>

const machineId = entity('machine', z.string())
const tool = defineTool<State>()

const NAMES = [
  'Cordless Drill',
  'Band Saw',
  'Heat Gun',
  'Belt Sander',
  'Router Table',
  'Nail Gun',
  'Tile Cutter',
  'Air Compressor',
]

export const workshop = defineEnvironment<State>({
  name: 'workshop',
  version: 1,
  summary: 'A workshop that lends machines to its members.',
  state,
  entities: {
    member: { noun: ['member', 'members'], form: 'name' },
    // Nobody knows the numbers on the machines: people name the machine, and `find_machine` turns that into a number.
    machine: {
      noun: ['machine number', 'machine numbers'],
      opaque: true,
      mentions: { 'name:equals': ['the <value:name>'] },
      earlier: ['it', 'that machine'],
    },
  },
  scenario({ random, cast }) {
    const machines = NAMES.map(
      (name, i) => [`M${10 + i * 7 + random.fork(name).next(7)}`, { name, bench: 1 + (i % 4), lentTo: null }] as const,
    )
    return {
      state: { machines: Object.fromEntries(machines) },
      userKnows: [
        ...machines.map(([id, { name }]) => ({
          entity: 'machine',
          value: id,
          by: [{ field: 'name', match: 'equals' as const, value: name }],
        })),
        ...cast.colleagues.map(({ first, last }) => ({ entity: 'member', value: `${first} ${last}`, by: [] })),
      ],
      situations: ['The workshop opens in ten minutes.', `The ${cast.team} team wants to build shelves today.`],
    }
  },
  tools: {
    find_machine: tool({
      description: 'Look up the number of a machine.',
      effect: 'read',
      parameters: z.object({ name: z.string().describe('As on the label.') }),
      returns: z.object({ machine_id: machineId }),
      run({ state: { machines }, args: { name } }) {
        const [id] = Object.entries(machines).find(([, machine]) => machine.name === name) ?? []
        if (!id) throw new ToolError('not-found', { error: `There is no ${name}.` })
        return { machine_id: id }
      },
    }),
    lend_machine: tool({
      description: 'Lend a machine to a member.',
      effect: 'write',
      parameters: z.object({ machine_id: machineId, member: entity('member', z.string()) }),
      returns: z.object({ bench: z.number().int() }),
      phrases: {
        asks: ['(lend|give) <machine_id> to <member>', '<member> (would like|needs) <machine_id>.'],
        reports: ['<member> has <machine_id> now; it is on bench </bench>.'],
      },
      candidates: ({ state: { machines }, known }) =>
        Object.entries(machines).flatMap(([machine_id, { lentTo }]) =>
          lentTo
            ? []
            : known.filter((fact) => fact.entity === 'member').map(({ value }) => ({ machine_id, member: value })),
        ),
      run({ state: from, draft, args: { machine_id, member } }) {
        const machine = from.machines[machine_id]
        if (!machine) throw new ToolError('not-found', { error: `There is no machine ${machine_id}.` })
        if (machine.lentTo) throw new ToolError('lent', { error: `${machine_id} is with ${machine.lentTo}.` })
        const written = draft().machines[machine_id]
        if (written) written.lentTo = member
        return { bench: machine.bench }
      },
    }),
    take_back: tool({
      description: 'Take a machine back that was lent.',
      effect: 'write',
      parameters: z.object({ machine_id: machineId }),
      returns: z.object({ was_with: z.string() }),
      phrases: {
        asks: ['take <machine_id> back', '<machine_id> has been brought back.'],
        answers: ['/was_with'],
        reports: ['<machine_id> is back from </was_with>.'],
      },
      candidates: ({ state: { machines } }) =>
        Object.entries(machines).flatMap(([machine_id, { lentTo }]) => (lentTo ? [{ machine_id }] : [])),
      run({ state: from, draft, args: { machine_id } }) {
        const { lentTo = null } = from.machines[machine_id] ?? {}
        if (!lentTo) throw new ToolError('not-lent', { error: `${machine_id} is not lent.` })
        const written = draft().machines[machine_id]
        if (written) written.lentTo = null
        return { was_with: lentTo }
      },
    }),
  },
})
