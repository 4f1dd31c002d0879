/** A Python exception that ends a call; `message` is what `str()` of it gives. */
export class PythonError extends Error {
  override readonly name = 'PythonError'
}
