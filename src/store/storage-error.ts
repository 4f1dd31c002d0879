/** The disk, not the user, is in the way: full, read-only, or with damaged bytes. What was committed is safe. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  /** The file or directory that could not be written or read. */
  readonly where: string
  readonly remedy: string

  constructor(where: string, what: string, remedy: string) {
    super(`${where}: ${what}. ${remedy}`)
    this.where = where
    this.remedy = remedy
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than the system allows',
  EROFS: 'the file system is read-only',
  EACCES: 'no permission to write',
  EPERM: 'no permission to write',
  EIO: 'the disk reports an error',
  ENOTDIR: 'a file is in the way',
}

/** What the system says against writing, in words. */
export function reasonOf(error: unknown): string | undefined {
  return REASONS[(error as NodeJS.ErrnoException).code ?? '']
}

/** A file system error that is the disk's as a `StorageError`; any other error as it is. */
export function storageError(error: unknown, where: string, remedy: string): unknown {
  const reason = reasonOf(error)
  return reason === undefined ? error : new StorageError(where, reason, remedy)
}
