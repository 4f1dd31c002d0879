import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'turnsmith-readme-'))
cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const commands = [...readme.matchAll(/```sh\n([^`]*)```/g)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map((line) => line.replace(/\s+#.*$/, ''))

describe('the README', () => {
  it('begins with what installs and runs, and what installs and tests', () => {
    expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: { [name: string]: string }
    }
    expect(scripts['start']).toContain('synth --count 200')
    expect(scripts['test']).toContain('vitest run')
  })

  // In order and in one folder, since later commands read what earlier ones wrote.
  for (const command of commands.filter((line) => line.startsWith('npx turnsmith '))) {
    it(`says a command that works: ${command}`, () => {
      const args = command.replace('npx turnsmith ', '').split(' ')
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect({ status, stderr }).toMatchObject({ status: 0 })
    })
  }
})
