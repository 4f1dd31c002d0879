export type { Exporter } from './exporter.js'
export { openai } from './openai.js'
