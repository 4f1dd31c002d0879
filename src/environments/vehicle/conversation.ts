import { toNumber } from '../../core/number.js'
import { between } from '../../core/random.js'
import { type Conversation, sibling } from '../../environment/index.js'
import { type State, TANK_CAPACITY } from './state.js'

/** What conversations with drivers hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'setHeadlights',
      parameter: 'mode',
      asks: ['change the headlights', 'change the headlight setting', 'Can you do something about the headlights?'],
      questions: ['Should I turn the headlights <options>?', 'Do you want the headlights turned <options>?'],
    },
    {
      tool: 'adjustClimateControl',
      parameter: 'temperature',
      asks: [
        'change the temperature in (here|the car)',
        'adjust the (AC|climate control)',
        "It's not comfortable in here, can you change the temperature?",
      ],
      questions: [
        'What temperature would you like?',
        'Which temperature should I set?',
        'What temperature should it be?',
      ],
    },
    {
      tool: 'fillFuelTank',
      parameter: 'fuelAmount',
      asks: ['put some fuel in the tank', 'refuel the car', 'We need to get some gas.'],
      questions: [
        'How much fuel should I put in?',
        'How much fuel would you like?',
        'How much fuel do you want to add?',
      ],
    },
    {
      tool: 'pressBrakePedal',
      parameter: 'pedalPosition',
      asks: ['press the brake( pedal|)', 'step on the brake', 'Can you hit the brake pedal?'],
      questions: ['How far should I press the pedal: <options>?', 'Should I press the pedal <options>?'],
    },
    {
      tool: 'setCruiseControl',
      parameter: 'speed',
      asks: [
        '<activate> cruise control with a gap of <distanceToNextVehicle:number> meters',
        '<activate> cruise control and keep <distanceToNextVehicle:number> meters from the car ahead',
        'Can you <activate> cruise control with a gap of <distanceToNextVehicle:number> meters?',
      ],
      questions: ['What speed should I set?', 'What speed would you like?', 'At what speed should it run?'],
    },
  ],
  unsupported: [
    {
      name: 'trunk',
      asks: ['open the trunk', 'pop the trunk', 'My hands are full, can you open the trunk?'],
      what: 'open the trunk',
      instead: { tool: 'lockDoors', says: ['I can unlock the doors, though.'] },
      words: ['trunk'],
    },
    {
      name: 'music',
      asks: ['play some music', 'turn on the radio', 'Can we have some music?'],
      what: 'play music',
      words: ['music', 'radio'],
    },
    {
      name: 'wipers',
      asks: ['turn on the windshield wipers', 'turn the wipers on', "It's raining, can you turn on the wipers?"],
      what: 'run the windshield wipers',
      words: ['wiper', 'windshield'],
    },
    {
      name: 'mirrors',
      asks: ['fold in the side mirrors', 'adjust the mirrors', 'Can you tilt the mirrors down a bit?'],
      what: 'move the mirrors',
      words: ['mirror'],
    },
    {
      name: 'tow',
      asks: ['call a tow truck', 'get me a tow truck', 'I think we need a tow truck, can you call one?'],
      what: 'call a tow truck',
      instead: { tool: 'find_nearest_tire_shop', says: ['I can look for the nearest tire shop, though.'] },
      words: ['tow', 'truck'],
    },
  ],
  limits: [
    {
      tool: 'fillFuelTank',
      code: 'too-much',
      reads: 'above the tank capacity',
      candidates: ({ state, random }) =>
        [1, 2, 3].map((n) => ({
          fuelAmount: Math.ceil(TANK_CAPACITY - toNumber(state.fuelLevel)) + between(random.fork(`${n}`), 2, 25),
        })),
      says: [
        'with <fuelAmount> more the tank would be over its capacity',
        'the tank has no room for <fuelAmount> more',
      ],
      undone: ['No fuel was added', 'I did not add any fuel'],
    },
  ],
  rules: [
    {
      name: 'cruising-speed',
      tool: 'setCruiseControl',
      parameter: 'speed',
      test: 'above',
      limits: [50, 60],
      line: 'Never set cruise control to more than <limit:number> miles per hour.',
      says: 'cruise control may not be set to more than <limit:number> miles per hour',
    },
    {
      name: 'navigation',
      tool: 'set_navigation',
      test: 'any',
      limits: [],
      line: 'The fleet office sets the destination of the navigation, so never change it.',
      says: 'only the fleet office may set the destination of the navigation',
      permits: 'You may change the destination of the navigation.',
    },
    {
      name: 'refueling',
      tool: 'fillFuelTank',
      test: 'any',
      limits: [],
      line: 'Only fleet staff may refuel the car, so never fill the tank.',
      says: 'only fleet staff may refuel the car',
      permits: 'You may refuel the car.',
    },
    {
      name: 'dashboard',
      tool: 'display_log',
      test: 'any',
      limits: [],
      line: 'Never write to the dashboard log.',
      says: 'nothing may be written to the dashboard log',
      permits: 'You may write to the dashboard log.',
    },
  ],
  siblings: [
    sibling('setInteriorLights', 'Switch the lights inside the car.', { mode: 'string' }, [
      'interior light',
      'reading light',
    ]),
    sibling('lockGloveBox', 'Lock or unlock the glove box.', { unlock: 'boolean' }, ['glove']),
    sibling('check_oil_pressure', 'Read the oil pressure of the engine.', {}, ['oil']),
    sibling('find_nearest_charging_station', 'Find the nearest charging station.', {}, ['charging', 'station']),
    sibling('get_average_consumption', 'Get the average consumption of the last trip.', {}, ['consumption']),
    sibling('set_navigation_voice', 'Choose the voice of the navigation.', { voice: 'string' }, ['voice']),
  ],
  revisions: [
    {
      tool: 'setHeadlights',
      parameter: 'mode',
      asks: ['sorry, turn them <mode>', 'no, turn them <mode>', 'actually, turn them <mode>'],
    },
    {
      tool: 'set_navigation',
      parameter: 'destination',
      asks: ['Sorry, I meant <destination:text>.', "No wait, we're going to <destination:text>."],
    },
    {
      tool: 'setCruiseControl',
      parameter: 'speed',
      asks: [
        'make that <speed:number> mph',
        'sorry, I meant <speed:number> mph',
        'actually, <speed:number> miles per hour is better',
      ],
    },
  ],
  conditionals: [
    {
      name: 'low-tank',
      tool: 'displayCarStatus',
      at: '/fuelLevel',
      noun: 'fuel level',
      test: 'below',
      says: [
        'there are fewer than <limit:count-gallon> left',
        "there's less than <limit:count-gallon> left",
        "we're below <limit:count-gallon>",
      ],
      short: ['below <limit:count-gallon>', 'less than <limit:count-gallon>'],
      does: 'fillFuelTank',
      same: {},
      asks: ['put in <fuelAmount>', 'add <fuelAmount>', 'top it up with <fuelAmount>'],
      undone: ["I didn't add any fuel", 'no fuel was added'],
    },
  ],
}
