import * as z from 'zod'
import { environmentsNamed, speakerSchema, worldsOf } from '../catalog/index.js'
import { digest } from '../core/digest.js'
import { FAMILIES } from '../core/family.js'
import { UsageError } from '../core/errors.js'
import type { Json } from '../core/json.js'
import type { Manifest } from '../core/run.js'
import { itemsOf, type Shard } from '../core/shard.js'
import { OPERATORS, type Recipe, type WorldKind } from '../pipeline/index.js'

const whole = z.number().int().min(0)

const schema = z.strictObject({
  count: whole,
  seed: whole,
  environments: z.array(z.string()).readonly(),
  turns: z.tuple([whole, whole]).readonly(),
  targets: z.array(z.string()).readonly().nullable(),
  families: z.array(z.enum(FAMILIES)).readonly().nullable(),
  agents: z.enum(['procedural', 'model']),
  /** Who plays which role, where models do. */
  models: z
    .strictObject({
      tooling: speakerSchema.optional(),
      querying: speakerSchema.optional(),
      reasoning: speakerSchema.optional(),
      critiquing: speakerSchema.optional(),
      user: speakerSchema.optional(),
    })
    .optional(),
  sampler: z.enum(['directed', 'random', 'learned']),
  operators: z.array(z.enum(OPERATORS)).readonly(),
  /** Items that share a policy, where there is one. */
  round: whole.optional(),
})

/** What a person chose that decides the bytes of a run, as its manifest keeps it; not where and on how much it runs. */
export type Configuration = z.infer<typeof schema>

/** The configuration that a manifest holds; refused where this version would not know what to do with it. */
function configurationOf(manifest: Manifest, where: string): Configuration {
  const parsed = schema.safeParse(manifest.configuration)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new UsageError(
    where,
    `the configuration in the manifest is not one of this version${at === '' ? '' : ` (at '${at}')`}`,
    'Use the version of turnsmith that started the run.',
  )
}

const cap = z.number().min(0).optional()
const announcementSchema = z.strictObject({
  configuration: schema,
  /** Who plays the roles, where the endpoints were moved. */
  speakers: schema.shape.models,
  caps: z.strictObject({ usd: cap, tokens: cap }).optional(),
})

/** What the workers of a distributed run are told. */
export type Announcement = z.infer<typeof announcementSchema>

/** What a run was announced with; a worker that would make other rows refuses it. */
export function announced(value: unknown, run: string, version: string): Announcement {
  const parsed = announcementSchema.safeParse(value)
  if (parsed.success && startedManifest(parsed.data.configuration, version).run === run) return parsed.data
  throw new UsageError(
    `run ${run.slice(0, 12)}…`,
    'other rows would be made here',
    'Start the worker from the version of turnsmith and with the --module and --openapi files of the process that submits.',
  )
}

/** What the pipeline needs to make the items of a run; `worlds` saves building them again. */
export function recipeOf(configuration: Configuration, worlds?: readonly WorldKind[]): Recipe {
  const { seed, environments, turns, targets, families, sampler, operators } = configuration
  return {
    seed,
    worlds: worlds ?? worldsOf(environmentsNamed(environments, '--environments')),
    turns,
    kmax: 3,
    sampler,
    operators: new Set(operators),
    ...(targets ? { targets: new Set(targets) } : {}),
    ...(families ? { families } : {}),
  }
}

/** The manifest of a run that is about to start. */
export function startedManifest(configuration: Configuration, version: string, shard?: Shard): Manifest {
  const environments = environmentsNamed(configuration.environments, '--environments').map(({ ref }) => ref)
  const [from, to] = itemsOf(configuration.count, shard)
  return {
    schema: 1,
    turnsmith: version,
    run: digest({ configuration: configuration as Json, version, environments: environments.map((ref) => ref.digest) }),
    configuration,
    seed: configuration.seed,
    environments: environments.map(({ name, version: number, digest: id }) => ({ name, version: number, digest: id })),
    status: 'running',
    ...(shard ? { shard } : {}),
    requested: to - from,
    accepted: 0,
    rejected: {},
    stats: {},
    cost: [],
    files: [],
    timing: { seconds: 0 },
  }
}

/** Refuses to go on with a run that this version would not make the same rows of. */
export function assertSameRun(manifest: Manifest, version: string, where: string): Configuration {
  if (manifest.turnsmith !== version)
    throw new UsageError(
      where,
      `the run was started by turnsmith ${manifest.turnsmith}, this is ${version}`,
      `Go on with it there, \`npx turnsmith@${manifest.turnsmith} resume ${where}\`, or start it again.`,
    )
  const configuration = configurationOf(manifest, where)
  const now = startedManifest(configuration, version)
  const before = new Map((manifest.environments ?? []).map(({ name, digest: id }) => [name, id]))
  const changed = now.environments.find(({ name, digest: id }) => before.has(name) && before.get(name) !== id)
  if (changed)
    throw new UsageError(
      where,
      `environment '${changed.name}' has changed since the run was started (it is ${changed.digest.slice(0, 12)}… now)`,
      'Start the run again in another directory: its rows would not be those of one environment.',
    )
  if (manifest.run !== now.run)
    throw new UsageError(where, 'the manifest has been altered', 'Start the run again in another directory.')
  return configuration
}
