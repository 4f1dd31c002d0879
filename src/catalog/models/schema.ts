import * as z from 'zod'

const url = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { username, password } = new URL(text)
  return username === '' && password === ''
}, 'must not hold a user name or a password: keys come from the environment')

/** Where models are reached, and how. */
export const endpointSchema = z.strictObject({
  kind: z.enum(['openai', 'anthropic']).default('openai'),
  /** Up to and including `/v1`. */
  baseUrl: url,
  /** The environment variable that holds the key. */
  key: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable, never a key')
    .default('TURNSMITH_API_KEY'),
  /** Seconds until an answer begins, and for the rest of it. */
  deadline: z.number().positive().max(3600).default(300),
  retries: z.number().int().min(0).max(100).default(8),
  concurrency: z
    .strictObject({ start: z.number().int().min(1), most: z.number().int().min(1).max(4096) })
    .default({ start: 16, most: 256 }),
  /** How calls come: parsed by the server, or in the text. */
  toolCalls: z.enum(['native', 'hermes', 'qwen-xml', 'bracketed']).default('native'),
  /** How a shape is asked for: by `response_format` where the endpoint knows it, or in the prompt. */
  structured: z.enum(['json-schema', 'prompt']).default('json-schema'),
  /** Sends a seed with every request; some endpoints refuse it. */
  seeded: z.boolean().default(true),
})

/** A model behind an endpoint. */
export const modelSchema = z.strictObject({
  /** The name of an endpoint. */
  endpoint: z.string(),
  model: z.string().min(1),
  temperature: z.number().min(0).max(2).optional(),
  /** Tokens of an answer at most, thoughts included. */
  maxTokens: z.number().int().min(16).default(4096),
  /** Dollars per million tokens. */
  price: z.strictObject({ input: z.number().min(0), output: z.number().min(0) }).optional(),
})

const ROLE = z.string().min(1)

/** What `turnsmith.config.ts` exports. */
export const fileSchema = z.strictObject({
  endpoints: z.record(z.string(), endpointSchema).default({}),
  models: z.record(z.string(), modelSchema).default({}),
  /** The name of a model for each role, or `procedural`. */
  roles: z
    .strictObject({
      tooling: ROLE.optional(),
      querying: ROLE.optional(),
      reasoning: ROLE.optional(),
      critiquing: ROLE.optional(),
      user: ROLE.optional(),
    })
    .default({}),
})

/** What a person writes in the configuration file. */
export type ConfigurationFile = z.input<typeof fileSchema>

/** The configuration file with everything left out filled in. */
export type CheckedFile = z.infer<typeof fileSchema>

/** A model in a role, with the endpoint it is behind: what a manifest keeps. */
export const speakerSchema = z.strictObject({
  model: modelSchema.shape.model,
  temperature: modelSchema.shape.temperature,
  maxTokens: modelSchema.shape.maxTokens,
  price: modelSchema.shape.price,
  endpoint: endpointSchema,
})

export type Speaker = z.infer<typeof speakerSchema>
