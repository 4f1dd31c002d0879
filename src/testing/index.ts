export { testEnvironment } from './environment-laws.js'
export { testExporter } from './exporter-laws.js'
export { type Law, LawBroken } from './law.js'
export { sampleTrajectories } from './sample-trajectories.js'
