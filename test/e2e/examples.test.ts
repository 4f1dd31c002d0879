import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'

const EXAMPLES = join(import.meta.dirname, '../../examples')

describe('examples', () => {
  for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.ts'))) {
    // Each example asserts its own result: it throws where that does not hold.
    it(`${file} runs and its assertions hold`, async () => {
      await import(join(EXAMPLES, file))
    })
  }
})
