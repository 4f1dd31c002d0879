import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const EXAMPLES = join(import.meta.dirname, '../../examples')

describe('examples', () => {
  for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.ts'))) {
    // Each example asserts its own result: it throws where that does not hold.
    it(`${file} runs and its assertions hold`, async () => {
      await expect(import(join(EXAMPLES, file))).resolves.toBeDefined()
    })
  }
})
