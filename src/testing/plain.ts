import { formatPointer, type Pointer } from '../core/pointer.js'

/** The first place that is not plain JSON (undefined, NaN, a date, a class ...), or undefined where all is. */
export function notPlain(value: unknown, path: readonly string[] = []): Pointer | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : formatPointer(path)
  if (typeof value !== 'object') return formatPointer(path)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return formatPointer(path)
  for (const [key, child] of Object.entries(value)) {
    const found = notPlain(child, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

/** Freezes a value all the way down, so that writing in place throws; what is frozen already is not visited again. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}
