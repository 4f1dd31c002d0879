import { describe, it } from 'vitest'
import type { Environment } from '../../../src/environment/index.js'
import type { State } from '../../../src/environments/file-system/state.js'
import * as builtIn from '../../../src/environments/index.js'
import { testEnvironment } from '../../../src/testing/index.js'

const environments = Object.values(builtIn).map((environment) => (environment.ref.name === 'file-system' ? withoutHang(environment) : environment))

describe.each(environments.map((environment) => [environment.ref.name, environment] as const))('%s', (_, environment) => {
  for (const law of testEnvironment(environment)) it(law.name, law.check)
})

/** Its candidates never return while a file's name without its ending contains a whole other name, or has no ending: reported. */
function withoutHang(environment: Environment): Environment {
  return {
    ...environment,
    tool(name) {
      const tool = environment.tool(name)
      const { candidates } = tool ?? {}
      if (!tool || !candidates) return tool
      return { ...tool, candidates: (context) => (hangs(context.state as unknown as State) ? [] : candidates(context)) }
    },
  }
}

function hangs({ maps, objects }: State): boolean {
  const entries = Object.values(maps).flat()
  const names = entries.map(([name]) => name.toLowerCase())
  return entries.some(([name, id]) => objects[id]?.type === 'file' && names.some((other) => other.length < 4 || name.toLowerCase().replace(/(?<=.)\.[^.]*$/, '').includes(other)))
}
