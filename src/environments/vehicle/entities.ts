import type { EntityDefinition } from '../../environment/index.js'

/** How drivers name things. Words of values that are no texts are keyed by their JSON text. */
export const entities: { readonly [entity: string]: EntityDefinition } = {
  city: { noun: ['city', 'cities'], form: 'name' },
  zipcode: {
    noun: ['zip code', 'zip codes'],
    opaque: true,
    form: 'digits',
    mentions: { 'city:equals': ['<value:name>'] },
    earlier: ['the same city', 'that city'],
  },
  distance: {
    noun: ['distance', 'distances'],
    form: 'number',
    earlier: ['that distance', 'that drive'],
    broader: 'quantity',
    single: true,
  },
  gallons: {
    noun: ['amount of fuel', 'amounts of fuel'],
    form: 'count-gallon',
    mentions: { 'liter:equals': ['<value:number> liters'] },
    earlier: ['that much', 'that amount'],
    broader: 'quantity',
  },
  liters: { noun: ['number of liters', 'numbers of liters'], form: 'number', broader: 'quantity' },
  place: { noun: ['address', 'addresses'], form: 'quoted', earlier: ['that address', 'that place'] },
  speed: { noun: ['speed', 'speeds'], form: 'number' },
  gap: { noun: ['gap', 'gaps'], form: 'number' },
  temperature: { noun: ['temperature', 'temperatures'], form: 'number' },
  'fan-speed': { noun: ['fan speed', 'fan speeds'], form: 'number' },
  'log-lines': { noun: ['message', 'messages'], form: 'quoted-list' },
  'temperature-unit': { noun: ['unit', 'units'], words: { celsius: ['Celsius'], fahrenheit: ['Fahrenheit'] } },
  'climate-mode': {
    noun: ['climate mode', 'climate modes'],
    words: { auto: ['auto', 'automatic'], cool: ['cooling'], heat: ['heating'], defrost: ['defrost'] },
  },
  ignition: {
    noun: ['ignition setting', 'ignition settings'],
    words: { START: ['start', 'turn on'], STOP: ['stop', 'turn off'] },
  },
  'pedal-position': {
    noun: ['pedal position', 'pedal positions'],
    words: { '1': ['all the way', 'fully'], '0.5': ['halfway'], '0': ['not at all'] },
  },
  'lock-action': { noun: ['lock setting', 'lock settings'], words: { false: ['lock'], true: ['unlock'] } },
  'brake-mode': {
    noun: ['brake setting', 'brake settings'],
    words: { engage: ['engage', 'set'], release: ['release', 'disengage'] },
  },
  'headlight-mode': {
    noun: ['headlight setting', 'headlight settings'],
    words: { on: ['on'], off: ['off'], auto: ['to auto'] },
  },
  switch: { noun: ['setting', 'settings'], words: { true: ['set', 'turn on'], false: ['turn off'] } },
  'car-reading': {
    noun: ['reading', 'readings'],
    words: {
      fuel: ['fuel', 'fuel tank'],
      battery: ['battery', 'car battery'],
      doors: ['doors', 'door locks'],
      climate: ['AC', 'air conditioning'],
      headlights: ['headlights', 'front lights'],
      parkingBrake: ['parking brake', 'handbrake'],
      brakePedal: ['brake pedal', 'foot brake'],
      engine: ['engine'],
    },
  },
  doors: {
    noun: ['door', 'doors'],
    words: {
      '["driver","passenger","rear_left","rear_right"]': ['all four doors', 'all the doors', 'the car'],
      '["driver","passenger"]': ['both front doors', 'the front doors'],
      '["rear_left","rear_right"]': ['both rear doors', 'the back doors'],
      '["driver"]': ["the driver's door", "the driver's side door"],
      '["passenger"]': ['the front passenger door', 'the passenger door'],
      '["rear_left"]': ['the left rear door', 'the rear left door'],
      '["rear_right"]': ['the right rear door', 'the rear right door'],
    },
  },
}
