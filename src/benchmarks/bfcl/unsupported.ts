/**
 * Everything about the original executor that is not matched, by name. A call that meets one of these is counted as
 * `unsupported`, never skipped: it still runs as far as it can and has a result text.
 */
const UNSUPPORTED = {
  'cpython-syntax-error': 'CPython words some syntax errors in ways that only its own grammar yields; ours say less.',
  'python-form':
    'A valid Python expression of a form that is not read: comparison, comprehension, lambda, slice, power, formatted string ...',
  'python-builtin': 'A name of Python itself (print, len, __name__): nothing of Python is there to be called or shown.',
  'python-attribute': "An attribute or method of a value ('a'.upper()) or of an instance other than its tools.",
  'python-operator': 'Arithmetic on other values than numbers, texts and lists.',
  'python-object-text': 'A text that shows an address in memory, such as a bound method.',
  'self-copied-directory': 'A directory copied into itself makes an endless tree in the original; here the call fails.',
} as const

export type Unsupported = keyof typeof UNSUPPORTED

/** Error codes of tools that stand for one of these. */
const CODES: { readonly [code: string]: Unsupported } = { 'contains-itself': 'self-copied-directory' }

export function unsupportedOf(code: string): Unsupported | undefined {
  return Object.hasOwn(CODES, code) ? CODES[code] : undefined
}

/** Evaluation met something that is not matched. The text the caller sees is the message. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError'
  readonly what: Unsupported

  constructor(what: Unsupported, message: string) {
    super(message)
    this.what = what
  }
}
