import type { Environment } from '../environment/index.js'
import { callLaws } from './call-laws.js'
import { effectLaws } from './effect-laws.js'
import { explore, type Exploration } from './exploration.js'
import { languageLaws } from './language-laws.js'
import type { Law } from './law.js'
import { replayLaws } from './replay-laws.js'
import { scenarioLaws } from './scenario-laws.js'

/**
 * The law suite of environments: what every one promises, checked on many random and planned calls.
 *
 * @example
 * describe('my environment', () => {
 *   for (const law of testEnvironment(myEnvironment)) it(law.name, law.check)
 * })
 */
export function testEnvironment(environment: Environment): Law[] {
  let made: Exploration | undefined
  const explored = (): Exploration => (made ??= explore(environment))
  return [
    ...scenarioLaws(environment),
    ...replayLaws(environment),
    ...effectLaws(environment, explored),
    ...callLaws(environment, explored),
    ...languageLaws(environment),
  ]
}
