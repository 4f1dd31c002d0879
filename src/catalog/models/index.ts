export { chooseSpeakers, type ListModels, type ModelOptions, movedTo, type Speakers } from './choose.js'
export { loadConfigurationFile } from './config-file.js'
export { assertPriced, connect, type RoleModels, type Way } from './role-models.js'
export { type ConfigurationFile, type Speaker, speakerSchema } from './schema.js'
