import { worldsOf } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import type { GraphTool } from '../graph/index.js'
import { readProfile, weakTools } from '../probe/index.js'

/** The tools that turns are to be about: those that were named, or those of a probe's profile that its model often fails to bring about. */
export function targetsAmong(given: readonly string[], environments: readonly Environment[]): readonly string[] {
  const worlds = worldsOf(environments)
  const toolNamed = (name: string): GraphTool | undefined =>
    worlds.flatMap(({ semantics }) => semantics.graph.tools.get(name) ?? [])[0]
  const [profile] = given
  if (given.length === 1 && profile?.endsWith('.json')) return weakIn(profile, toolNamed)
  for (const target of given) assertTarget(target, toolNamed(target), environments)
  return given
}

function weakIn(path: string, toolNamed: (name: string) => GraphTool | undefined): readonly string[] {
  const weak = weakTools(readProfile(path))
  const targets = weak.filter((name) => toolNamed(name)?.wishable)
  if (targets.length > 0) return targets
  throw new UsageError(
    path,
    weak.length === 0
      ? 'its model is weak at no tool'
      : `none of the tools that its model is weak at is here (${weak.join(', ')})`,
    'Probe harder tasks, or take the environments that it was probed in.',
  )
}

/** A target must be a tool that somebody could ask for. */
function assertTarget(target: string, tool: GraphTool | undefined, environments: readonly Environment[]): void {
  if (!tool)
    throw new UsageError(
      '--targets',
      `there is no tool '${target}' in ${environments.map(({ ref }) => ref.name).join(', ')}`,
      'See `turnsmith tools ENV`.',
    )
  if (tool.deadEnd !== undefined)
    throw new UsageError('--targets', `no request can be about '${target}': ${tool.deadEnd}`, 'Name another tool.')
  if (!tool.wishable)
    throw new UsageError(
      '--targets',
      `'${target}' is a step on the way to other tools, nothing that its environment lets a user ask for`,
      'Name a tool that people ask for.',
    )
}
