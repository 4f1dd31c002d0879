/** What a run of figures can be about: how people call it and one of its units, and its plausible range in steps. */
export interface Theme {
  readonly about: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly decimals: 0 | 1 | 2
}

const theme = (about: string, unit: string, low: number, high: number, decimals: Theme['decimals'] = 0): Theme => ({
  about,
  unit,
  low,
  high,
  decimals,
})

export const THEMES: readonly Theme[] = [
  theme('the weekly mileage', 'kilometres', 120, 940),
  theme('the ticket sales', 'tickets', 18, 460),
  theme('the supplier invoices', 'dollars', 85, 2400, 2),
  theme('the lunch receipts', 'dollars', 9, 64, 2),
  theme('the room temperatures', 'degrees', 17, 27, 1),
  theme('the lap times', 'seconds', 58, 131, 2),
  theme('the parcel weights', 'kilograms', 1, 31, 2),
  theme('the electricity readings', 'kilowatt hours', 140, 890, 1),
  theme('the plank lengths', 'centimetres', 42, 310, 1),
  theme('the visitor counts', 'visitors', 35, 1280),
  theme('the response times', 'minutes', 3, 95),
  theme('the rainfall figures', 'millimetres', 2, 88, 1),
  theme('the exam scores', 'points', 41, 100),
  theme('the delivery distances', 'kilometres', 4, 187, 1),
  theme('the overtime hours', 'hours', 1, 19, 1),
  theme('the print runs', 'copies', 250, 9600),
  theme('the water bills', 'dollars', 22, 178, 2),
  theme('the swim distances', 'metres', 400, 3800),
  theme('the bake sale takings', 'dollars', 34, 520, 2),
  theme('the fuel stops', 'litres', 21, 68, 1),
  theme('the survey ratings', 'points', 2, 10, 1),
  theme('the page counts', 'pages', 64, 720),
  theme('the rental prices', 'dollars', 640, 2950),
  theme('the river levels', 'centimetres', 88, 412),
  theme('the call volumes', 'calls', 46, 830),
  theme('the fabric lengths', 'metres', 2, 48, 2),
  theme('the sleep times', 'hours', 5, 9, 1),
  theme('the blood pressure readings', 'points', 104, 158),
  theme('the hotel rates', 'dollars', 74, 389),
  theme('the harvest weights', 'kilograms', 110, 2350),
  theme('the charging times', 'minutes', 22, 164),
  theme('the donation amounts', 'dollars', 10, 750),
]
