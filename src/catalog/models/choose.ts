import { UsageError } from '../../core/errors.js'
import { type RoleName, ROLES } from '../../pipeline/index.js'
import { type CheckedFile, endpointSchema, modelSchema, type Speaker, speakerSchema } from './schema.js'

/** What the command line says about models. */
export interface ModelOptions {
  readonly baseUrl?: string
  /** `name` for every role, or `role=name`; `procedural` is a name too. */
  readonly models: readonly string[]
}

/** Asks an endpoint which models it has. */
export type ListModels = (baseUrl: string) => Promise<readonly string[]>

export type Speakers = { readonly [role in RoleName]?: Speaker }

/** Who plays which role: the command line over the configuration file; a role without a model is procedural. */
export async function chooseSpeakers(file: CheckedFile, options: ModelOptions, list: ListModels): Promise<Speakers> {
  const named = namesOf(options.models)
  const anywhere =
    named.get('*') ?? (options.baseUrl === undefined ? undefined : await onlyModel(options.baseUrl, list))
  const nameOf = (role: RoleName): string | undefined => {
    // Who writes what users ask also writes what they reply, where nothing else is said.
    const own = named.get(role) ?? (role === 'user' ? file.roles.user : (anywhere ?? file.roles[role]))
    return own ?? (role === 'user' ? nameOf('querying') : undefined)
  }
  const speakers = ROLES.flatMap((role): [RoleName, Speaker][] => {
    const name = nameOf(role)
    return name === undefined || name === 'procedural' ? [] : [[role, speakerOf(name, file, options.baseUrl)]]
  })
  const chosen: Speakers = Object.fromEntries(speakers)
  assertReadable(chosen)
  return chosen
}

/** Names by role, `*` for the one of all others. */
function namesOf(models: readonly string[]): Map<string, string> {
  return new Map(
    models.map((text) => {
      const match = /^([a-z]+)=(.+)$/.exec(text)
      const [role, name] = match ? [match[1] ?? '', match[2] ?? ''] : ['*', text]
      if (role !== '*' && !ROLES.some((known) => known === role))
        throw new UsageError('--model', `there is no role '${role}'`, `Roles: ${ROLES.join(', ')}.`)
      return [role, name]
    }),
  )
}

async function onlyModel(baseUrl: string, list: ListModels): Promise<string> {
  const [first, ...others] = await list(baseUrl)
  if (first !== undefined && others.length === 0) return first
  const what =
    first === undefined
      ? 'the endpoint does not say which models it has'
      : `the endpoint has ${others.length + 1} models`
  throw new UsageError('--model', what, `Say which one: --model ${first ?? 'NAME'}.`)
}

function speakerOf(name: string, { models, endpoints }: CheckedFile, baseUrl: string | undefined): Speaker {
  const known = models[name]
  const endpoint = known && endpoints[known.endpoint]
  if (!endpoint && baseUrl === undefined)
    throw new UsageError(
      '--model',
      `nothing says where '${name}' is`,
      `Give --base-url, or name it in turnsmith.config.ts${Object.keys(models).length > 0 ? `; known there: ${Object.keys(models).join(', ')}` : ''}.`,
    )
  const { endpoint: _, ...model } = known ?? modelSchema.parse({ endpoint: '', model: name })
  return speakerSchema.parse({
    ...model,
    endpoint: baseUrl === undefined ? endpoint : { ...endpoint, baseUrl: endpointUrl(baseUrl) },
  })
}

/** The same speakers at another address: where the server is now. */
export function movedTo(speakers: Speakers, baseUrl: string): Speakers {
  const moved = endpointUrl(baseUrl)
  return Object.fromEntries(
    Object.entries(speakers).map(([role, speaker]) => [
      role,
      { ...speaker, endpoint: { ...speaker.endpoint, baseUrl: moved } },
    ]),
  )
}

function endpointUrl(baseUrl: string): string {
  const parsed = endpointSchema.shape.baseUrl.safeParse(baseUrl)
  if (parsed.success) return parsed.data
  throw new UsageError(
    '--base-url',
    `'${baseUrl}' cannot be used: ${parsed.error.issues[0]?.message ?? ''}`,
    'Give an address such as http://localhost:8000/v1.',
  )
}

/** The procedural agents read procedural wordings and no others: one that reasons, and one that replies. */
function assertReadable({ querying, user, reasoning }: Speakers): void {
  if (querying && !user)
    throw new UsageError(
      '--model',
      'a model would write what users ask, and a procedural user would have to reply to it, which it cannot',
      'Leave the role user out, or give it a model too.',
    )
  if ((querying ?? user) && !reasoning)
    throw new UsageError(
      '--model',
      'a model would write what users say and the procedural reasoning agent would have to read it, which it cannot',
      'Give the reasoning role a model too, or make querying and user procedural.',
    )
}
