/** Pools of companies, sectors and openers for scenarios. Our own lists; all names are made up. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/)

export const COMPANY_STEMS =
  list(`Adler, Almora, Arden, Balfour, Bexley, Brightwell, Calder, Castor, Corvid, Dalmore, Dunmore, Elara, Ellison, Fairmont, Ferron,
  Galvan, Garnet, Halden, Harlow, Helix, Indigo, Ironwood, Jarrow, Juno, Kelvin, Kestrel, Lomond, Lunaris, Maris, Meridian, Norvik, Novara, Oakhurst, Orion,
  Pallas, Penrose, Quillon, Ravelin, Regent, Sable, Solway, Tamarin, Tarn, Ulster, Umber, Vantage, Verdant, Wexford, Winslow, Yarrow, Zenith, Zephyr`)

/** What companies of a sector call themselves after the stem. */
export const SECTORS: { readonly [sector: string]: readonly string[] } = {
  Technology: list('Systems, Software, Robotics, Semiconductors, Networks, Data'),
  Automobile: list('Motors, Automotive, Mobility, Electric Vehicles, Trucks, Tires'),
  Energy: list('Energy, Solar, Petroleum, Power, Windworks, Grid'),
  Healthcare: list('Health, Biotech, Pharma, Diagnostics, Medical, Therapeutics'),
  Finance: list('Bank, Capital, Insurance, Payments, Holdings, Trust'),
  Retail: list('Stores, Markets, Outfitters, Home, Grocers, Commerce'),
  Materials: list('Mining, Steel, Chemicals, Timber, Glass, Cement'),
  Media: list('Pictures, Studios, Broadcasting, Games, Publishing, Records'),
  Transport: list('Airlines, Shipping, Rail, Logistics, Freight, Couriers'),
  Food: list('Foods, Beverages, Farms, Bakeries, Dairy, Kitchens'),
}

export const PASSWORD_WORDS =
  list(`amber, anchor, birch, cobalt, cricket, ember, falcon, glacier, harbor, juniper, lantern, maple, meadow, nickel, orchid, pepper,
  pebble, raven, saffron, sparrow, thistle, timber, velvet, willow`)

/** Why someone opens a brokerage account's chat; `{colleague}`, `{team}` and `{project}` are filled in. */
export const SITUATIONS: readonly string[] = [
  "I'm going over my portfolio before the weekend.",
  "I've got some savings that shouldn't just sit around.",
  'My brokerage account has been neglected for months.',
  "{colleague} from {team} wouldn't stop talking about stocks at lunch.",
  "I'm putting some money aside while I work on {project}.",
  'Earnings season is making me nervous.',
  "I'd like my holdings to be in order before the end of the month.",
  "I'm new to trading and taking it slowly.",
  "There's been a lot of movement lately and I want to keep up.",
  'A bonus came in and I want to put part of it to work.',
  "I'm cleaning up old orders and half-forgotten ideas.",
  'Tax papers are due and I need my account in a sensible state.',
  'My reading on the train gave me a few ideas for the market.',
  "We're saving for a house, so I'm watching every trade.",
  "I'm on my break and have a moment for my investments.",
  'After the news this morning I want another look at my stocks.',
  "I run a small investment club with {colleague} and it's my turn this week.",
  'Something in my brokerage account needs attention today.',
]
