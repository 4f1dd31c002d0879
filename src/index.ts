/**
 * The public API of Turnsmith. Law suites and test doubles are in `turnsmith/testing`, built-in environments in
 * `turnsmith/environments`, tasks to try and their server in `turnsmith/server`.
 */
export { type ConfigurationFile, DEFAULT_ENVIRONMENTS, ENVIRONMENTS, worldKind, worldsOf } from './catalog/index.js'
export type { AdvancedTool, Expression } from './core/advanced-tool.js'
export { canonicalJson, digest, type Digest } from './core/digest.js'
export { ToolError, UnknownToolError, UsageError } from './core/errors.js'
export type { HardQuery, Mention } from './core/hard-query.js'
export type { Json, JsonObject, JsonSchema } from './core/json.js'
export type { Message, MessageTool } from './core/message.js'
export { float, type Numeric, toNumber, untag } from './core/number.js'
export { createRng, type Rng } from './core/random.js'
export type { Preference, SlipFailure, SlipKind } from './core/preference.js'
export type { Reference, Request } from './core/reference.js'
export type { Manifest, Rejection } from './core/run.js'
export type { Access, Effect, ToolCall, ToolResult, ToolSpec } from './core/tool.js'
export type { Binding, Goal, Source, Trace, TracedCall } from './core/trace.js'
export type { Attempt, Step, Trajectory, Turn } from './core/trajectory.js'
export type { Certificate, Discrepancy, Verdict } from './core/verdict.js'
export {
  createScenario,
  createWorld,
  defineEnvironment,
  defineTool,
  entity,
  link,
  type Environment,
  type EnvironmentDefinition,
  replay,
  type ToolDefinition,
  type World,
  type WorldSnapshot,
} from './environment/index.js'
export {
  type Exporter,
  type Format,
  lfDpo,
  lfSharegpt,
  lfV1,
  nemoGym,
  openai,
  type PairExporter,
  slime,
  type TaskExporter,
  trlDpo,
  trlGrpo,
  trlKto,
  trlSft,
} from './exporters/index.js'
export { type ApiGraph, buildGraph, type Relation, relationsOf } from './graph/index.js'
export {
  graphJsonSchema,
  graphText,
  infer,
  parseGraph,
  type RelationGraph,
  verifyGraph,
  type Witness,
} from './graph/infer/index.js'
export {
  cyclesOf,
  deadEndsOf,
  distancesTo,
  minimalSetsOf,
  type NeedyTool,
  plansFor,
  reachable,
} from './graph/query/index.js'
export { FAMILIES, type FamilyName } from './core/family.js'
export { lexiconOf, read, type Reading, realise } from './language/index.js'
export { type ItemResult, type Recipe, runItems, synthesizeItem, type WorldKind } from './pipeline/index.js'
export { runAdvancedTool, verifyRow, type RowVerdict } from './verifiers/index.js'
export { VERSION } from './version.js'
