/*
 * A model that speaks the Anthropic protocol. It takes no seed; keys come from the environment:
 *
 *   export ANTHROPIC_API_KEY=...
 */
import type { ConfigurationFile } from 'turnsmith'

export default {
  endpoints: {
    anthropic: {
      kind: 'anthropic',
      baseUrl: 'https://api.anthropic.com/v1',
      key: 'ANTHROPIC_API_KEY',
      seeded: false,
      structured: 'prompt',
      concurrency: { start: 4, most: 32 },
    },
  },
  models: {
    // Dollars per million tokens; put in those of your contract.
    sonnet: { endpoint: 'anthropic', model: 'claude-sonnet-4-5', maxTokens: 4096, price: { input: 3, output: 15 } },
  },
  roles: { tooling: 'procedural', querying: 'sonnet', reasoning: 'sonnet', critiquing: 'sonnet' },
} satisfies ConfigurationFile
