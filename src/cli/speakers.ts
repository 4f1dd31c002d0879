import { assertPriced, chooseSpeakers, loadConfigurationFile, type Speakers } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import { listModels, ModelError } from '../model/index.js'

/** What a person says about models. */
export interface SpeakerOptions {
  readonly model?: readonly string[]
  readonly config?: string
  readonly baseUrl?: string
  readonly maxCost?: number
}

/** Who plays which role: the command line over the configuration file. */
export async function speakersOf({ config, baseUrl, model = [], maxCost }: SpeakerOptions): Promise<Speakers> {
  const list = async (url: string): Promise<readonly string[]> => {
    try {
      return await listModels(url, process.env['TURNSMITH_API_KEY'])
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      throw new UsageError(url, `nothing answers (${error.message})`, 'Start the server or check --base-url.')
    }
  }
  const file = await loadConfigurationFile(config)
  const speakers = await chooseSpeakers(file, { ...(baseUrl === undefined ? {} : { baseUrl }), models: model }, list)
  if (Object.keys(speakers).length === 0)
    throw new UsageError('--agents model', 'no role has a model', 'Give --base-url, --model or a turnsmith.config.ts.')
  assertPriced(speakers, maxCost)
  return speakers
}
