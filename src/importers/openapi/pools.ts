/** Pools for values that a document gives no examples of. Our own lists; no entry holds a digit or a quote. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/)

/** Names that would do for a place, a room, a boat, a product. */
export const LABELS =
  list(`Amber Ridge, Birch Hollow, Blue Harbour, Bright Meadow, Cedar Point, Clear Water, Copper Hill, Coral Bay, Crystal Brook,
  Dawn Valley, Deep Spring, Eagle Rock, East Gate, Elm Court, Falcon Crest, Fern Dale, Fox Run, Golden Field, Granite Pass, Green Island, Grey Stone,
  Hazel Grove, High Tower, Iron Bridge, Ivory Coast, Jade Garden, Juniper Lane, Kings Landing, Lake View, Lark Song, Linden Walk, Long Beach, Maple Row,
  Marble Arch, Misty Moor, Moon River, North Star, Oak Hollow, Ocean Breeze, Orchid House, Pearl Quay, Pine Ridge, Quiet Corner, Rain Forest, Raven Hill,
  Red Barn, Rose Cottage, Sand Dune, Silver Lake, Snow Peak, South Bank, Spring Field, Still Pond, Stone Bridge, Summer Place, Swan Lake, Tall Pines,
  Thistle Down, Timber Wharf, Violet Hill, Walnut Grove, West Cliff, White Cliff, Wild Heath, Willow Bend, Winter Garden`)

/** Titles of what people write, plan and report. */
export const TITLES =
  list(`Annual Report, Archive Clean Up, Autumn Catalogue, Budget Round, Cable Repair, Charity Run, Coffee Corner, Cooling Trouble, Customer Survey,
  Delivery Delay, Door Alarm, Evening Class, Fire Drill, First Aid Course, Garden Party, Grant Application, Heating Problem, Holiday Calendar, Insurance Claim,
  Kitchen Refit, Leaking Roof, Lift Inspection, Lost Parcels, Menu Change, Museum Night, New Carpets, Newsletter Draft, Noise Complaint, Office Move,
  Open Day, Parking Permits, Partner Workshop, Photo Shoot, Pricing Review, Printer Setup, Product Recall, Recruitment Drive, River Study, Safety Audit,
  Sales Training, Shelf Repair, Spring Catalogue, Staff Handbook, Stock Count, Summer Festival, Supplier Switch, Team Lunch, Tenant Meeting, Trade Fair,
  Travel Refund, Visitor Badges, Warehouse Count, Water Damage, Website Relaunch, Welcome Pack, Window Cleaning, Winter Timetable, Year End Closing`)

export const CITIES =
  list(`Aberfield, Altmark, Bergstad, Brookhaven, Carlow, Dornbach, Eastport, Fairhaven, Greystone, Highmoor, Kingsford, Lakeside, Marlow,
  Northgate, Oldbury, Portsea, Ravensburg, Southwick, Thornton, Westbrook`)

export const STREETS =
  list(`Mill Lane, Station Road, Harbour Street, Elm Square, Canal Walk, Tower Hill, Orchard Row, Church Street, Mason Yard, Garden Road, Bridge Street,
  Market Place, Park Avenue, School Lane, River Walk`)

export const COLOURS = list('black, blue, green, grey, orange, purple, red, silver, white, yellow')

export const CURRENCIES = list('CHF, EUR, GBP, JPY, SEK, USD')

export const COUNTRIES = list(
  'Austria, Brazil, Canada, Denmark, Finland, France, Japan, Kenya, Norway, Portugal, Spain, Sweden',
)

export const LANGUAGES = list('Danish, Dutch, English, Finnish, French, German, Italian, Japanese, Portuguese, Spanish')

/** Words that things are sorted by. */
export const TAGS =
  list(`archived, autumn, classic, compact, daily, family, favourite, featured, fragile, garden, indoor, local, modern, outdoor, popular, seasonal, spring,
  summer, travel, urgent, vintage, weekly, winter`)

/** What somebody writes where a few words are wanted. */
export const REMARKS = list(`Please handle with care.
  Ask at the desk first.
  Checked last week and all in order.
  Needs another look before the weekend.
  The owner wants to be told in advance.
  Nothing special to report.
  Keep it dry and out of the sun.
  Best seen in the morning.
  A favourite of the regulars.
  Came in with the last delivery.
  Waiting for an answer from the supplier.
  Agreed on the phone with the team.`)
