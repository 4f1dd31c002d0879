export { AppendedLines, keepSettings, type Settings } from './appended-lines.js'
export { type BatchFile, openBatchFile } from './batch-file.js'
export { compact, type Compacted } from './compact.js'
export { hasJournal, openJournal, type RunJournal, whileUnused } from './journal.js'
export { indexLines, type LineIndex } from './line-index.js'
export { createLineFile, type JsonLinesWriter, type LineFile, writeJsonLines } from './line-file.js'
export { mergeShards } from './merge.js'
export { nameOf, type Owner } from './owner.js'
export { fileSha256, parseTrajectory, readJsonLines, readLines, readPreferences, readTrajectories } from './rows.js'
export {
  createRunDirectory,
  hasManifest,
  PREFERENCES,
  readManifest,
  TRAJECTORIES,
  writeEnvironmentDocument,
  writeManifest,
} from './run-directory.js'
export { StorageError } from './storage-error.js'
