/*
 * A hosted model, and what it costs: with prices, `--max-cost 20` is never exceeded. The key comes from the environment:
 *
 *   export OPENAI_API_KEY=...
 */
import type { ConfigurationFile } from 'turnsmith'

export default {
  endpoints: {
    openai: { baseUrl: 'https://api.openai.com/v1', key: 'OPENAI_API_KEY', concurrency: { start: 8, most: 64 } },
  },
  models: {
    // Dollars per million tokens; put in those of your contract.
    mini: { endpoint: 'openai', model: 'gpt-4.1-mini', temperature: 0.8, price: { input: 0.4, output: 1.6 } },
  },
  roles: { tooling: 'procedural', querying: 'mini', reasoning: 'mini', critiquing: 'mini' },
} satisfies ConfigurationFile
