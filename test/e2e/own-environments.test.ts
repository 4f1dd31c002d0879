import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesOf, summaryOf, turnsmith } from '../support/cli.js'
import { expectSame, underWay } from '../support/disturbed-runs.js'
import { temporaryDirectories } from '../support/results.js'

const WORKSHOP = join(import.meta.dirname, '../../examples/environments/workshop.ts')
const OWN = ['--module', WORKSHOP]

const directory = temporaryDirectories()

const rowsOf = (run: string): string[] => readFileSync(join(run, 'trajectories.jsonl'), 'utf8').trimEnd().split('\n')

const synth = ['synth', '--count', '40', '--seed', '5', ...OWN]

describe('environments of a file of your own', () => {
  const root = directory()
  const whole = join(root, 'whole')

  it('give rows on threads as in one process, which are proved with the file and refused without it [own-tools]', async () => {
    const one = await turnsmith(...synth, '--out', whole, '--workers', '1')
    expect([one.code, messagesOf(one)]).toEqual([0, []])
    expect((await turnsmith(...synth, '--out', join(root, 'threads'), '--workers', '2')).code).toBe(0)
    expectSame(join(root, 'threads'), whole)
    const [row = ''] = rowsOf(whole)
    expect((JSON.parse(row) as { initial: object }).initial).toMatchObject({
      environments: [{ name: 'workshop', source: 'module' }],
    })
    for (const workers of ['1', '2']) {
      const verified = await turnsmith('verify', whole, ...OWN, '--workers', workers, '--json')
      expect([verified.code, summaryOf(verified)]).toMatchObject([0, { rows: 40, verified: 40, failed: 0 }])
    }
    const alone = await turnsmith('verify', whole)
    expect([alone.code, messagesOf(alone).join('\n')]).toEqual([
      2,
      expect.stringMatching(/there is no environment 'workshop'.*one of your own needs its file, --module FILE/),
    ])
  }, 120_000)

  it('are measured with the file, and without it say what is missing', async () => {
    const page = join(root, 'report.html')
    const measured = await turnsmith('report', whole, ...OWN, '--out', page, '--json')
    expect([measured.code, summaryOf(measured)]).toMatchObject([0, { rows: 40 }])
    const alone = await turnsmith('report', whole, '--out', `${page}2`)
    expect([alone.code, messagesOf(alone).join('\n')]).toEqual([2, expect.stringContaining('with --module')])
  }, 60_000)

  it('are gone on with where a run was killed, with the file', async () => {
    const out = join(root, 'killed')
    const run = await underWay(out, ['--workers', '1'], [], synth)
    run.child.kill('SIGKILL')
    await run.ended
    const alone = await turnsmith('resume', out)
    expect([alone.code, messagesOf(alone).join('\n')]).toEqual([2, expect.stringContaining('--module FILE')])
    expect((await turnsmith('resume', out, ...OWN)).code).toBe(0)
    expectSame(out, whole)
  }, 120_000)

  it('are refused where their tools are not those of the rows any more', async () => {
    const changed = join(root, 'changed.ts')
    writeFileSync(changed, readFileSync(WORKSHOP, 'utf8').replace('Lend a machine to a member.', 'Lend it out.'))
    const { code, stderr } = await turnsmith('verify', whole, '--module', changed)
    expect([code, stderr]).toEqual([1, expect.stringContaining('digest-mismatch')])
  }, 60_000)

  it('are listed, drawn and explored as the built-in ones are', async () => {
    expect((await turnsmith('environments', ...OWN)).stdout).toContain('A workshop that lends machines to its members.')
    expect((await turnsmith('tools', 'workshop', ...OWN)).stdout).toContain('lend_machine(machine_id, member)')
    const graph = summaryOf(await turnsmith('graph', 'workshop', '--infer', ...OWN, '--json'))
    expect(graph).toMatchObject({ environments: ['workshop'], tools: 3, relations: { enables: 2, provides: 2 } })
  }, 60_000)

  it('are held to the laws of all environments, and what breaks one is shown with the call or the line', async () => {
    const held = await turnsmith('environments', ...OWN, '--check')
    expect([held.code, held.stdout]).toEqual([0, expect.stringMatching(/^workshop: (\d+) of \1 laws hold\n$/)])
    const changed = (name: string, from: string, to: string): string => {
      const file = join(root, name)
      writeFileSync(file, readFileSync(WORKSHOP, 'utf8').replace(from, to))
      return file
    }
    const dice = changed('dice.ts', '{ bench: machine.bench }', '{ bench: Math.floor(Math.random() * 1e6) }')
    const rolled = await turnsmith('environments', '--module', dice, '--check')
    expect([rolled.code, rolled.stdout]).toEqual([
      1,
      expect.stringMatching(/BROKEN {2}the same calls give the same results and states\n.*"name":"lend_machine"/),
    ])
    const bug = changed('bug.ts', 'return { machine_id: id }', "throw new TypeError('no such field')")
    const broken = await turnsmith('environments', 'workshop', '--module', bug, '--check', '--json')
    expect(broken.code).toBe(1)
    expect(JSON.stringify(summaryOf(broken))).toMatch(/no such field \(.*bug\.ts:\d+/)
  }, 60_000)

  it.each([
    ['none.ts', 'export const answer = 42', 'the file exports no environment'],
    ['broken.ts', 'export const answer = ;', 'the file cannot be loaded (ParseError: Unexpected token'],
    ['missing.ts', undefined, 'there is no file'],
    ['taken.ts', moduleOf('travel', 'add'), "there is an environment 'travel' already"],
    ['mute.ts', moduleOf('mute', 'add'), "nobody could ask for anything in 'mute'"],
    ['clash.ts', moduleOf('clash', 'send_message'), "'message' and 'clash' both have a tool 'send_message'"],
  ])('say what is wrong with %s', async (name, text, complaint) => {
    const file = join(root, name)
    if (text !== undefined) writeFileSync(file, text)
    const environments = name === 'clash.ts' ? ['--environments', 'message,clash'] : []
    const ran = await turnsmith('synth', '--module', file, ...environments, '--out', join(root, `of-${name}`))
    expect([ran.code, messagesOf(ran)]).toEqual([2, [expect.stringContaining(complaint)]])
  })
})

/** A module with an environment of one tool that nobody says how to ask for. */
function moduleOf(environment: string, tool: string): string {
  return `
    import { defineEnvironment, defineTool } from 'turnsmith'
    import * as z from 'zod'
    const state = z.object({ n: z.number() })
    export default defineEnvironment<{ n: number }>({
      name: '${environment}', version: 1, summary: 'A number.', state,
      scenario: () => ({ state: { n: 0 }, userKnows: [], situations: [] }),
      tools: {
        ${tool}: defineTool<{ n: number }>()({
          description: 'Add.', effect: 'write', parameters: z.object({ by: z.number() }),
          run({ draft, args }) { draft().n += args.by; return null },
        }),
      },
    })`
}
