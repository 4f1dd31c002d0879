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
      asks: [
        'change the setting of the headlights',
        'set the headlights differently',
        'The headlights need another setting.',
      ],
      questions: ['Should the headlights be <options>?', 'How should I set the headlights: <options>?'],
    },
    {
      tool: 'adjustClimateControl',
      parameter: 'temperature',
      asks: [
        'change the temperature in the cabin',
        'adjust the climate control for me',
        'The cabin is uncomfortable, so the climate control has to be adjusted.',
      ],
      questions: [
        'What temperature should it be?',
        'Which temperature should I set?',
        'What temperature would be comfortable?',
      ],
    },
    {
      tool: 'fillFuelTank',
      parameter: 'fuelAmount',
      asks: ['put some fuel into the tank', 'refuel the car', 'The car needs more fuel in its tank.'],
      questions: [
        'How much fuel should I put in?',
        'What amount of fuel should it be?',
        'How much fuel do you want in the tank?',
      ],
    },
    {
      tool: 'pressBrakePedal',
      parameter: 'pedalPosition',
      asks: ['press the brake pedal', 'step on the brake for me', 'The brake pedal should be pressed.'],
      questions: ['How far should I press the pedal: <options>?', 'Which position should the pedal be in, <options>?'],
    },
    {
      tool: 'setCruiseControl',
      parameter: 'speed',
      asks: [
        'turn cruise control <activate> with a gap of <distanceToNextVehicle:number> meters',
        'have cruise control <activate>, keeping <distanceToNextVehicle:number> meters of distance',
      ],
      questions: ['Which speed should it hold?', 'At what speed should cruise control run?'],
    },
  ],
  unsupported: [
    {
      name: 'trunk',
      asks: [
        'open the trunk',
        'pop the trunk for me',
        'Can you open the trunk?',
        'My hands are full, so the trunk should open.',
      ],
      what: 'open the trunk',
      words: ['trunk'],
    },
    {
      name: 'music',
      asks: [
        'play some music in the car',
        'turn on the radio',
        'Could we have some music?',
        'A little music would be nice on the way.',
      ],
      what: 'play music',
      words: ['music', 'radio'],
    },
    {
      name: 'wipers',
      asks: ['switch on the windshield wipers', 'get the wipers going', 'It starts raining, so the wipers should run.'],
      what: 'run the windshield wipers',
      words: ['wiper', 'windshield'],
    },
    {
      name: 'mirrors',
      asks: ['fold in the side mirrors', 'adjust the mirrors to my height', 'The mirrors should be folded in.'],
      what: 'move the mirrors',
      words: ['mirror'],
    },
    {
      name: 'tow',
      asks: ['call a tow truck', 'get somebody to tow the car', 'I think the car has to be towed, so call somebody.'],
      what: 'call a tow truck',
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
      says: ['that is more than the tank has capacity for', 'the tank does not have the capacity for that much more'],
      undone: ['No fuel was added', 'The tank is as full as it was', 'I have added nothing'],
    },
  ],
  rules: [
    {
      name: 'cruising-speed',
      tool: 'setCruiseControl',
      parameter: 'speed',
      test: 'above',
      limits: [50, 60],
      line: 'Cruise control must not be set to more than <limit:number> miles per hour.',
      says: 'cruise control must not be set to more than <limit:number> miles per hour',
    },
    {
      name: 'navigation',
      tool: 'set_navigation',
      test: 'any',
      limits: [],
      line: 'The destination of the navigation must not be changed by voice.',
      says: 'the destination of the navigation must not be changed by voice',
    },
    {
      name: 'refueling',
      tool: 'fillFuelTank',
      test: 'any',
      limits: [],
      line: 'Refueling is left to the fleet staff: the tank must not be filled.',
      says: 'filling the tank is left to the fleet staff',
    },
    {
      name: 'dashboard',
      tool: 'display_log',
      test: 'any',
      limits: [],
      line: 'Nothing may be written to the dashboard log.',
      says: 'nothing may be written to the dashboard log',
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
      asks: ['make that <mode> after all', 'on second thought, I want them <mode>', 'actually, <mode> would be better'],
    },
    {
      tool: 'adjustClimateControl',
      parameter: 'temperature',
      asks: [
        'make it <temperature:number> degrees after all',
        'on second thought, <temperature:number> degrees would be better',
        'actually, I would prefer <temperature:number> degrees',
      ],
    },
    {
      tool: 'setCruiseControl',
      parameter: 'speed',
      asks: [
        'make that <speed:number> miles per hour',
        'actually, <speed:number> miles per hour is fast enough',
        'on second thought, hold <speed:number> miles per hour',
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
        'there are fewer than <limit:number> gallons left',
        'it is below <limit:number> gallons',
        'it shows less than <limit:number> gallons',
      ],
      short: ['below <limit:number> gallons', 'less than <limit:number> gallons'],
      does: 'fillFuelTank',
      same: {},
      asks: ['put another <fuelAmount> in', 'have another <fuelAmount> put in', 'let them add <fuelAmount>'],
    },
  ],
}
