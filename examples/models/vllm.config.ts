/*
 * Two models on one's own machines: a large one reasons, a small one writes.
 *
 *   vllm serve Qwen/Qwen3-32B --port 8000 --enable-auto-tool-choice --tool-call-parser hermes --reasoning-parser qwen3
 *   vllm serve Qwen/Qwen3-8B --port 8001 --reasoning-parser qwen3
 *
 * A server without a tool-call parser serves as well: set `toolCalls` to how the model writes calls.
 */
import type { ConfigurationFile } from 'turnsmith'

export default {
  endpoints: {
    large: { baseUrl: 'http://localhost:8000/v1', concurrency: { start: 32, most: 256 } },
    small: { baseUrl: 'http://localhost:8001/v1', concurrency: { start: 32, most: 256 } },
  },
  models: {
    thinker: { endpoint: 'large', model: 'Qwen/Qwen3-32B', temperature: 0.7, maxTokens: 4096 },
    writer: { endpoint: 'small', model: 'Qwen/Qwen3-8B', temperature: 0.9, maxTokens: 2048 },
  },
  roles: { tooling: 'procedural', querying: 'writer', reasoning: 'thinker', critiquing: 'writer' },
} satisfies ConfigurationFile
