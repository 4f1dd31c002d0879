import { pick, type Rng, sampleOf } from '../../core/random.js'

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

const FIRSTS =
  list(`daily, slow, urban, north, quiet, little, green, open, late, bright, inland, honest, rainy, golden, local, nordic, curious,
  weekend, silver, coastal`)

const SECONDS =
  list(`cyclist, baker, gardener, trains, birds, kitchen, reader, sketches, trails, radio, museum, market, potter, maps, harbour, cinema,
  library, runner, tailor, weather, orchard, printer, choir, bridges, allotment`)

/** Account names of strangers: shops, hobbyists, neighbourhood pages. */
export function strangerHandle(random: Rng): string {
  return `${pick(random, FIRSTS)}_${pick(random, SECONDS)}`
}

const PASSWORD_WORDS =
  list(`Maple, Harbor, Lantern, Copper, Meadow, Pebble, Saffron, Thunder, Velvet, Walnut, Cobalt, Drizzle, Ember, Falcon, Granite,
  Hazel, Indigo, Juniper, Kettle, Lilac`)

export function password(random: Rng): string {
  return [...sampleOf(random, PASSWORD_WORDS, 2), 10 + random.next(90)].join('-')
}
