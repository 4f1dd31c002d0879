import { between, pick, sampleOf } from '../../../core/random.js'
import { amount, clockTime, type Kind, list, recentDay, several } from './kind.js'
import { GOODS, PEOPLE, TOWNS, WORKDAYS } from './words.js'

const INGREDIENTS =
  list(`200 g flour, 3 eggs, 1 onion, 2 cloves garlic, 400 g tomatoes, 150 ml cream, 1 lemon, 80 g butter, 250 g rice, 1 tsp salt, 2 tbsp olive oil,
  500 g potatoes, 120 g sugar, 1 bunch parsley, 300 g mushrooms, 2 carrots, 1 litre stock, 90 g parmesan, 60 g walnuts, 1 tsp cinnamon, 4 apples, 350 g spinach`)
const STEPS =
  list(`Bake for 35 minutes until golden, Stir until smooth, Simmer on low heat for an hour, Chop everything finely, Leave to rest overnight,
  Season with salt and pepper, Fry in two batches, Serve with warm bread, Fold in the eggs slowly, Drain and let it cool, Cover and chill for two hours`)
const SCENES =
  list(`the harbour at dawn, children on the pier, an old tram, market stalls in the rain, snow on the chapel, a heron by the canal, the empty theatre,
  fireworks above the bridge, the orchard in bloom, a row of bicycles, fog in the valley, grandmother in the kitchen, the lighthouse stairs`)
const FLAWS = list(
  'keep, slightly blurred, too dark, crop the left side, good for print, duplicate, needs straightening, best of the series, delete later',
)
const LUGGAGE =
  list(`rain jacket, hiking boots, phone charger, passport, sunscreen, water bottle, head torch, first aid pouch, two jumpers, travel towel, map,
  snacks, toothbrush, swimwear, power bank, sun hat, notebook, spare socks, earplugs`)
const STOPS =
  list(`ferry to the island, train over the pass, walking tour, museum visit, boat trip, dinner with friends, hotel check-in, bike rental, night bus,
  cooking class, castle visit, beach day, airport transfer, free afternoon`)
const EXERCISES = list(
  `easy run, hill sprints, swim, rowing machine, squats, stretching, long ride, push-ups, plank, yoga, interval run, deadlifts, skipping`,
)
const CHORES =
  list(`repaint the fence, bleed the radiators, clear the gutters, prune the roses, seal the bath, oil the hinges, sweep the chimney, mend the gate,
  replace the fuse box, sand the floor, insulate the loft, plant the bulbs`)
/** What is taught in a subject. */
const TERMS: { readonly [subject: string]: readonly string[] } = {
  biology: list('osmosis, photosynthesis, mitosis, enzymes, food chains'),
  economics: list('inflation, supply and demand, opportunity cost, trade balance, interest rates'),
  geology: list('plate tectonics, erosion, sediment, volcanoes, mineral hardness'),
  logic: list('modus ponens, truth tables, quantifiers, contradiction, induction'),
  statistics: list('standard error, sampling bias, correlation, regression, the normal curve'),
  ethics: list('duty, utility, virtue, consent, moral luck'),
  optics: list('refraction, diffraction, focal length, polarisation, lenses'),
  linguistics: list('phonemes, syntax trees, loanwords, dialects, word order'),
  algebra: list('groups, fields, eigenvalues, polynomials, matrices'),
  botany: list('root systems, pollination, leaf shapes, mosses, seed dispersal'),
  anatomy: list('the heart valves, the inner ear, muscle groups, the spine, joints'),
  archaeology: list('stratigraphy, carbon dating, pottery styles, burial sites, field surveys'),
}
const REMARKS =
  list(`asked in last year's exam, explained again on page 40, compare with chapter 3, still unclear to me, draw the diagram by heart,
  important for the essay, skip the proof, see the handout, good example in the lab`)
const VERDICTS =
  list(`clearer than last week, too fast to follow, worth reading again, harder than expected, mostly revision, short on examples,
  easier than the handout, good preparation for the exam`)

/** Files people keep at home: recipes, photo notes, trips, training, the house, studies, stock. */
export const household = {
  recipe: {
    stems: [
      'soup',
      'tart',
      'curry',
      'salad',
      'stew',
      'gratin',
      'pancakes',
      'risotto',
      'crumble',
      'dumplings',
      'casserole',
    ],
    qualifiers: list(
      'autumn, sunday, grandma, quick, vegan, festive, picnic, lentil, pumpkin, leek, cherry, smoky, spicy, rustic',
    ),
    extensions: ['txt', 'md'],
    versions: [
      ['original', 'improved'],
      ['two_people', 'ten_people'],
    ],
    write: ({ random }) => [
      `Serves ${between(random, 2, 10)}`,
      ...sampleOf(random, INGREDIENTS, between(random, 3, 7)),
      ...sampleOf(random, STEPS, between(random, 2, 4)).map((step, i) => `${i + 1}. ${step}.`),
    ],
  },
  captions: {
    stems: ['captions', 'shot_list', 'album_notes', 'picture_index', 'contact_sheet'],
    qualifiers: TOWNS.map((town) => town.toLowerCase()),
    extensions: ['txt', 'csv'],
    versions: [['first_pass', 'second_pass']],
    write: ({ random }) =>
      several(
        random,
        4,
        11,
        () => `IMG_${between(random, 1000, 9999)}: ${pick(random, SCENES)}, ${pick(random, FLAWS)}`,
      ),
  },
  packing: {
    stems: ['packing', 'luggage', 'gear', 'kit_list'],
    qualifiers: list(
      'camping, ski_week, city_break, sailing, canoe_trip, wedding, festival_weekend, pilgrimage, desert, cabin',
    ),
    extensions: ['txt'],
    versions: [['light', 'full']],
    write: ({ random }) => sampleOf(random, LUGGAGE, between(random, 5, 12)),
  },
  itinerary: {
    stems: ['itinerary', 'route', 'day_plan', 'stopovers'],
    qualifiers: TOWNS.map((town) => town.toLowerCase()),
    extensions: ['md', 'txt'],
    versions: [
      ['plan_a', 'plan_b'],
      ['rainy', 'sunny'],
    ],
    write: ({ random }) => [
      `Staying in ${pick(random, TOWNS)} with ${pick(random, PEOPLE)}`,
      ...several(
        random,
        4,
        9,
        () => `${pick(random, WORKDAYS)} ${clockTime(random, 7, 21)} ${pick(random, STOPS)} in ${pick(random, TOWNS)}`,
      ),
    ],
  },
  training: {
    stems: ['workouts', 'training_log', 'laps', 'mileage', 'gym_diary'],
    qualifiers: list(
      'marathon, triathlon, rehab, off_season, beginners, relay, evening_class, base_phase, peak_phase, taper',
    ),
    extensions: ['csv', 'txt'],
    write: (context) =>
      several(
        context.random,
        4,
        11,
        () =>
          `${recentDay(context)},${pick(context.random, EXERCISES)},${between(context.random, 2, 18) * 5} min,${pick(context.random, ['tired', 'strong', 'average', 'sore'])}`,
      ),
  },
  house: {
    stems: ['repairs', 'quotes', 'renovation', 'garden_jobs', 'snag_list'],
    qualifiers: list('bathroom, loft, porch, shed, hallway, nursery, terrace, basement, conservatory, garage, balcony'),
    extensions: ['txt', 'csv'],
    versions: [
      ['spring', 'autumn'],
      ['before', 'after'],
    ],
    write: ({ random }) =>
      several(random, 4, 9, () => `${pick(random, PEOPLE)} can ${pick(random, CHORES)} for ${amount(random, 40, 900)}`),
  },
  lecture: {
    stems: ['lecture', 'revision', 'seminar', 'reading_notes', 'flashcards'],
    qualifiers: Object.keys(TERMS),
    extensions: ['md', 'txt'],
    versions: [
      ['part_one', 'part_two'],
      ['raw', 'tidy'],
    ],
    write: ({ random, cast, qualifier }) => [
      `Notes taken with ${pick(random, cast.colleagues).first}`,
      ...several(random, 3, 8, () => `${pick(random, TERMS[qualifier] ?? [qualifier])}: ${pick(random, REMARKS)}`),
      `Overall ${pick(random, VERDICTS)}.`,
    ],
  },
  stock: {
    stems: ['stock', 'inventory', 'shelf_count', 'reorder', 'pick_list'],
    qualifiers: list(
      'aisle_one, aisle_two, aisle_three, back_room, cold_store, van, mezzanine, cage, loading_bay, returns_desk',
    ),
    extensions: ['csv'],
    versions: [
      ['counted', 'booked'],
      ['old', 'new'],
    ],
    write: ({ random }) => [
      'item,quantity,bin,state',
      ...several(
        random,
        4,
        11,
        () =>
          `${pick(random, GOODS)},${between(random, 0, 240)},${pick(random, ['A', 'B', 'C', 'D'])}${between(random, 1, 40)},${pick(random, ['ok', 'ok', 'low', 'damaged'])}`,
      ),
    ],
  },
} satisfies { readonly [kind: string]: Kind }
