import type { Json, JsonObject } from '../../core/json.js'
import type { Environment } from '../../environment/index.js'

/** How an environment turns a published configuration of its class into a state. */
export type LoadConfiguration = (config: JsonObject, options: LoadOptions) => Json

export interface LoadOptions {
  readonly longContext: boolean
  /** The published long-context constants by name; read only when `longContext`. */
  readonly extension: JsonObject
}

/** One of the benchmark's eight classes: the environment that stands for it and how its configurations load. */
export interface BenchmarkClass {
  readonly name: string
  readonly environment: Environment
  readonly load: LoadConfiguration
}

type Import = () => Promise<{ readonly environment: Environment; readonly load: unknown }>

const imports: { readonly [name: string]: Import } = {
  GorillaFileSystem: async () => ({
    environment: (await import('../../environments/file-system/environment.js')).fileSystem,
    load: (await import('../../environments/file-system/load.js')).load,
  }),
  MathAPI: async () => ({
    environment: (await import('../../environments/math/environment.js')).math,
    load: (await import('../../environments/math/load.js')).load,
  }),
  MessageAPI: async () => ({
    environment: (await import('../../environments/message/environment.js')).message,
    load: (await import('../../environments/message/load.js')).load,
  }),
  TwitterAPI: async () => ({
    environment: (await import('../../environments/posting/environment.js')).posting,
    load: (await import('../../environments/posting/load.js')).load,
  }),
  TicketAPI: async () => ({
    environment: (await import('../../environments/ticketing/environment.js')).ticketing,
    load: (await import('../../environments/ticketing/load.js')).load,
  }),
  TradingBot: async () => ({
    environment: (await import('../../environments/trading/environment.js')).trading,
    load: (await import('../../environments/trading/load.js')).load,
  }),
  TravelAPI: async () => ({
    environment: (await import('../../environments/travel/environment.js')).travel,
    load: (await import('../../environments/travel/load.js')).load,
  }),
  VehicleControlAPI: async () => ({
    environment: (await import('../../environments/vehicle/environment.js')).vehicle,
    load: (await import('../../environments/vehicle/load.js')).load,
  }),
}

/** The benchmark's class names. */
export const CLASS_NAMES: readonly string[] = Object.keys(imports)

export type BenchmarkClasses = ReadonlyMap<string, BenchmarkClass>

/** The environments of the named classes, imported on first use. Unknown names are left out. */
export async function loadClasses(names: Iterable<string> = CLASS_NAMES): Promise<BenchmarkClasses> {
  const known = [...new Set(names)].filter((name) => Object.hasOwn(imports, name))
  const loaded = await Promise.all(
    known.map(async (name): Promise<BenchmarkClass> => {
      const { environment, load } = await (imports[name] as Import)()
      return { name, environment, load: load as LoadConfiguration }
    }),
  )
  return new Map(loaded.map((one) => [one.name, one]))
}
