import { ModelError } from './model-error.js'

/** Throws `ModelError` ('unreachable') unless something at the address speaks HTTP, whatever it says. */
export async function assertReachable(baseUrl: string, timeoutMs = 10_000): Promise<void> {
  const url = `${baseUrl.replace(/\/+$/, '')}/models`
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    await response.body?.cancel()
  } catch (error) {
    const cause = (error as { cause?: { code?: string; message?: string } }).cause
    throw new ModelError(
      'unreachable',
      cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error)),
    )
  }
}
