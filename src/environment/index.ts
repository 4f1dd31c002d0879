export { type ArgumentError, checkArguments, withDefaults } from './arguments.js'
export { callTool, type Called, runTool } from './call.js'
export { type Cast, createCast, type Person } from './cast.js'
export {
  defineEnvironment,
  defineTool,
  entity,
  type Environment,
  type EnvironmentRef,
  establishedBy,
  link,
  type ToolEntities,
} from './define.js'
export type {
  Beside,
  Briefing,
  Lapse,
  EntityDefinition,
  EnvironmentDefinition,
  Phrases,
  Places,
  Scenario,
  ScenarioContext,
  ToolContext,
  ToolDefinition,
} from './definition.js'
export type {
  Conversation,
  Conditional,
  Incomplete,
  Limit,
  Revision,
  RuleDefinition,
  Sibling,
  UndoArgument,
  Unsupported,
} from './conversation.js'
export { type Content, contentOf, type TextContent } from './text-content.js'
export { withFaults } from './faults.js'
export { sibling } from './sibling.js'
export type { CandidateContext, Known } from './known.js'
export { Generator, type GeneratorState } from './generator.js'
export { sharedEntities } from './shared-entities.js'
export { replay, worldAfter } from './replay.js'
export { createScenario, type WorldScenario } from './scenario.js'
export { createWorld, remembering, type World, type WorldSnapshot } from './world.js'
export { WrappedWorld } from './wrapped-world.js'
