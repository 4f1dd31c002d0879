/** Pools of places, log lines and openers for scenarios. Our own lists. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/)

/** Beginnings and endings that make some hundred city names together. */
export const CITY_STEMS =
  list(`Alder, Ash, Barn, Bram, Brook, Cald, Cob, Dun, East, Elm, Fair, Fen, Glen, Granger, Hal, Hart, Hazel, Holm, Kel, Kirk, Lang,
  Lark, Lin, Marl, Mel, Nor, Oster, Pem, Quarn, Rad, Rook, Sand, Sel, Thorn, Tar, Ulver, Wal, West, Whit, Wyn`)
export const CITY_ENDINGS = list(
  'bury, by, combe, cote, den, field, ford, gate, ham, haven, hurst, ley, mere, minster, mouth, port, stead, ton, wick, worth',
)
/** Words that go before a city name. */
export const CITY_PREFIXES = list('Port, Lake, Mount, North, South, Upper, New, Fort')

export const STREETS =
  list(`Cedar Lane, Foundry Street, Orchard Road, Chapel Hill, Ferry Street, Juniper Avenue, Market Square, Quarry Road, Lindon Avenue,
  Tannery Row, Beacon Street, Sycamore Drive, Mariner Way, Copper Street, Weaver Lane, Poplar Road, Granary Street, Vine Street, Harbor Drive, Saddler Row,
  Willow Court, Summit Avenue, Brewery Lane, Canal Street, Garrison Road, Hawthorn Way, Depot Street, Pearl Avenue, Cooper Street, Mill Pond Road`)

export const LOG_LINES: readonly string[] = [
  'Tires checked before the highway',
  'Child seat moved to the rear left',
  'Wiper fluid is almost empty',
  'Next driver is taking over at noon',
  'Oil change is booked for next week',
  'Luggage is strapped down in the back',
  'Spare key is in the glove box',
  'Road works on the ring road until Friday',
  'Windshield chip on the passenger side',
  'Trailer lights tested and fine',
  'Ferry leaves at a quarter past six',
  'Snow chains are under the rear bench',
  'Ask the garage about the squeaky brake',
  'Refuel with premium only',
  'Parcel for the front desk is in the trunk',
  'Rear camera needs a clean',
  'Picked up the rental agreement',
  'Toll badge is mounted behind the mirror',
  'Coolant topped up this morning',
  'Dog is on board, keep the cabin cool',
  'Charging cable lent to the neighbors',
  'Speed cameras on the coast road',
  'First aid kit replaced',
  'Roof box has to come off before the car wash',
]

/** Why someone sits in a car; `{colleague}` and `{organisation}` are filled in. */
export const SITUATIONS: readonly string[] = [
  "I'm heading out in a minute.",
  "I've borrowed {colleague}'s car.",
  "I've got the pool car of {organisation} today.",
  'I just got in the car.',
]
