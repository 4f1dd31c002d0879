import { assertPriced, chooseSpeakers, loadConfigurationFile, movedTo, type Speakers } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import { listModels, ModelError } from '../model/index.js'

/** What a person says about models. */
export interface SpeakerOptions {
  readonly model?: readonly string[]
  readonly config?: string
  readonly baseUrl?: string
  /** Where requests go instead of to the endpoints that the file names, and where names are that it does not have. */
  readonly rehearsedAt?: string
  readonly maxCost?: number
}

/** Who plays which role: the command line over the configuration file. */
export async function speakersOf({
  config,
  rehearsedAt,
  baseUrl = rehearsedAt,
  model = [],
  maxCost,
}: SpeakerOptions): Promise<Speakers> {
  const list = async (url: string): Promise<readonly string[]> => {
    try {
      return await listModels(url, process.env['TURNSMITH_API_KEY'])
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      throw new UsageError(url, `nothing answers (${error.message})`, 'Start the server or check --base-url.')
    }
  }
  const file = await loadConfigurationFile(config)
  const isOfFile = rehearsedAt !== undefined && Object.keys(file.roles).length > 0
  const address = isOfFile || baseUrl === undefined ? {} : { baseUrl }
  const chosen = await chooseSpeakers(file, { ...address, models: model }, list)
  const speakers = rehearsedAt === undefined ? chosen : movedTo(chosen, rehearsedAt)
  if (Object.keys(speakers).length === 0)
    throw new UsageError('--agents model', 'no role has a model', 'Give --base-url, --model or a turnsmith.config.ts.')
  assertPriced(speakers, maxCost)
  return speakers
}
