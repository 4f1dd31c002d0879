import { ModelError } from './model-error.js'

/** Names of the models behind an OpenAI-compatible endpoint, as far as it tells. Throws `ModelError` ('unreachable'). */
export async function listModels(baseUrl: string, apiKey?: string, timeoutMs = 10_000): Promise<readonly string[]> {
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/models`, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(apiKey ? { headers: { authorization: `Bearer ${apiKey}` } } : {}),
    })
    const { data } = (await response.json()) as { readonly data?: readonly { readonly id?: unknown }[] }
    return (data ?? []).map(({ id }) => String(id))
  } catch (error) {
    if (error instanceof SyntaxError) return []
    const cause = (error as { cause?: { code?: string; message?: string } }).cause
    throw new ModelError('unreachable', cause?.code ?? cause?.message ?? (error as Error).message)
  }
}
