export {
  createRunDirectory,
  fileSha256,
  type JsonLinesWriter,
  readJsonLines,
  readManifest,
  readTrajectories,
  REJECTED,
  TRAJECTORIES,
  writeEnvironmentDocument,
  writeJsonLines,
  writeManifest,
} from './run-directory.js'
