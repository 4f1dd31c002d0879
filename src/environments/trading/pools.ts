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

/** Why someone opens a brokerage account's chat; `{colleague}` and `{team}` are filled in. */
export const SITUATIONS: readonly string[] = [
  "I'm going over my portfolio.",
  "I haven't looked at my stocks in a while.",
  '{colleague} and I were just talking about stocks.',
]
