import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assertPriced, chooseSpeakers, loadConfigurationFile } from '../../../src/catalog/index.js'
import { temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()

function fileWith(text: string): string {
  const path = join(directory(), 'turnsmith.config.ts')
  writeFileSync(path, text)
  return path
}

const GOOD = `
type Anything = { readonly [name: string]: unknown }
const file: Anything = {
  endpoints: { local: { baseUrl: 'http://127.0.0.1:8000/v1', key: 'VLLM_KEY' } },
  models: { big: { endpoint: 'local', model: 'org/big', price: { input: 1, output: 2 } }, small: { endpoint: 'local', model: 'org/small' } },
  roles: { reasoning: 'big', querying: 'small', tooling: 'procedural' },
}
export default file
`

const none = (): Promise<readonly string[]> => Promise.resolve([])

describe('the configuration file', () => {
  it('is TypeScript, and fills in what it leaves out', async () => {
    const file = await loadConfigurationFile(fileWith(GOOD))
    expect(file.endpoints['local']).toMatchObject({ kind: 'openai', deadline: 300, toolCalls: 'native', seeded: true })
  })

  it('is looked for in the directory, and may be missing', async () => {
    const empty = directory()
    mkdirSync(empty, { recursive: true })
    expect(await loadConfigurationFile(undefined, empty)).toEqual({ endpoints: {}, models: {}, roles: {} })
  })

  it.each(['vllm', 'openai', 'anthropic'])('has an example for %s', async (name) => {
    const path = join(import.meta.dirname, '../../../examples/models', `${name}.config.ts`)
    const speakers = await chooseSpeakers(await loadConfigurationFile(path), { models: [] }, none)
    expect(Object.keys(speakers)).toEqual(['querying', 'reasoning', 'critiquing', 'user'])
  })

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['export default { endpoint: {} }', /endpoint/],
    ["export default { endpoints: { a: { baseUrl: 'localhost:8000' } } }", /endpoints\.a\.baseUrl/],
    ["export default { endpoints: { a: { baseUrl: 'http://me:secret@host/v1' } } }", /keys come from the environment/],
    [
      "export default { endpoints: { a: { baseUrl: 'http://h/v1', key: 'sk-123' } } }",
      /name of an environment variable/,
    ],
    [
      "export default { models: { m: { endpoint: 'nowhere', model: 'x' } } }",
      /models\.m\.endpoint: there is no endpoint 'nowhere'/,
    ],
    [
      "export default { roles: { reasoning: 'nobody' } }",
      /roles\.reasoning: there is no model 'nobody'. Known: procedural/,
    ],
    ['export default (', /cannot be loaded/],
  ]
  it.each(wrong)('says where it is wrong: %s', async (text, message) => {
    await expect(loadConfigurationFile(fileWith(text))).rejects.toThrow(message)
  })
})

describe('who plays which role', () => {
  it('is said by the file, and by the command line over it', async () => {
    const file = await loadConfigurationFile(fileWith(GOOD))
    const said = await chooseSpeakers(file, { models: [] }, none)
    expect(Object.entries(said).map(([role, { model }]) => [role, model])).toEqual([
      ['querying', 'org/small'],
      ['reasoning', 'org/big'],
      ['user', 'org/small'],
    ])
    const over = await chooseSpeakers(file, { models: ['critiquing=small', 'querying=procedural'] }, none)
    expect(Object.keys(over)).toEqual(['reasoning', 'critiquing'])
    const moved = await chooseSpeakers(file, { models: [], baseUrl: 'http://other/v1' }, () => Promise.resolve(['one']))
    expect(Object.values(moved).map(({ model, endpoint }) => [model, endpoint.baseUrl])).toEqual(
      Array.from({ length: 5 }, () => ['one', 'http://other/v1']),
    )
  })

  it('is refused where it cannot be', async () => {
    const file = await loadConfigurationFile(fileWith(GOOD))
    const choose = (models: string[], baseUrl?: string): Promise<unknown> =>
      chooseSpeakers(file, { models, ...(baseUrl === undefined ? {} : { baseUrl }) }, () => Promise.resolve(['a', 'b']))
    await expect(choose(['judging=big'])).rejects.toThrow(/no role 'judging'/)
    await expect(choose(['unheard-of'])).rejects.toThrow(/nothing says where 'unheard-of' is/)
    await expect(choose(['reasoning=procedural'])).rejects.toThrow(/procedural reasoning agent would have to read/)
    await expect(choose([], 'http://x/v1')).rejects.toThrow(/has 2 models/)
    await expect(choose(['big'], 'ftp://x')).rejects.toThrow(/--base-url/)
  })

  it('needs prices where dollars are to be kept', async () => {
    const speakers = await chooseSpeakers(await loadConfigurationFile(fileWith(GOOD)), { models: [] }, none)
    expect(() => assertPriced(speakers, 5)).toThrow(/price of 'org\/small' is not known/)
    expect(() => assertPriced(speakers, undefined)).not.toThrow()
  })
})
