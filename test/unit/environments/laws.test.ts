import { describe, it } from 'vitest'
import * as environments from '../../../src/environments/index.js'
import { testEnvironment } from '../../../src/testing/index.js'

describe.each(Object.values(environments).map((environment) => [environment.ref.name, environment] as const))('%s', (_, environment) => {
  for (const law of testEnvironment(environment)) it(law.name, law.check)
})
