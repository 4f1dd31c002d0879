import type { Phrases } from '../../environment/index.js'

/** How drivers speak of engine, doors and brakes. Every wording belongs to one tool only, so that it can be read back. */
export const drivingPhrases = {
  startEngine: {
    asks: [
      'get the (engine|motor) <ignitionMode>',
      'have the (car|engine) <ignitionMode>( in a moment|)',
      'make sure the (engine|motor) is <ignitionMode>',
      'see to it that the car is <ignitionMode>',
      'I need the (engine|motor) <ignitionMode>( before we leave|).',
      "(I'm buckled up|Everybody is in their seat), so the engine should be <ignitionMode>.",
      "I'd like to hear that the engine is <ignitionMode>.",
    ],
    answers: ['/engineState'],
    reports: [
      'The engine is </engineState>( now|).',
      'The engine is </engineState> with </fuelLevel> gallons in the tank.',
      'The engine is </engineState>; the battery shows </batteryVoltage> volts.',
      'All set: engine </engineState>.',
    ],
  },
  lockDoors: {
    asks: [
      'set <door> to <unlock>',
      'switch <door> (over |)to <unlock>',
      'get <door> to be <unlock>',
      'put the locks in order so that <door> will be <unlock>',
      'I want <door> to be <unlock>( right away|).',
      '(Before anything else,|For this stop) <door> should be <unlock>.',
      "I won't relax until I know <door> to be <unlock>.",
    ],
    reports: [
      'Done: </lockStatus>. Doors that are not locked now: </remainingUnlockedDoors>.',
      'As you wanted: </lockStatus>, which leaves </remainingUnlockedDoors:count-door> unlocked.',
      'That is done: </lockStatus> as you wanted.',
      'The locks are set to </lockStatus>; </remainingUnlockedDoors:count-door> can be opened now.',
    ],
  },
  pressBrakePedal: {
    asks: [
      'press the brake pedal <pedalPosition>',
      'push the brake pedal down <pedalPosition>',
      'hold the foot brake down <pedalPosition>',
      'step on the brake <pedalPosition>',
      'I want the brake pedal pressed <pedalPosition>.',
      'The brake pedal should be down <pedalPosition>( and stay there|).',
      'Please keep the car in place with the foot brake pressed <pedalPosition>.',
    ],
    reports: [
      'The brake pedal is </brakePedalStatus>.',
      'The brake pedal is </brakePedalStatus> with a force of </brakePedalForce>.',
      'Brake pedal </brakePedalStatus>.',
      'The pedal is </brakePedalStatus> and held.',
    ],
  },
  releaseBrakePedal: {
    asks: [
      'let go of the brake pedal',
      'release the brake pedal',
      'take the pressure off the brake pedal',
      'ease off the foot brake( completely|)',
      'The brake pedal can come up again.',
      "There's no need to hold the brake pedal any longer.",
      'The foot brake has done its job and should come up.',
    ],
    reports: [
      'The brake pedal is </brakePedalStatus>.',
      'The pedal is up: </brakePedalStatus>, force </brakePedalForce>.',
      'The foot brake is </brakePedalStatus> again.',
      'Brake pedal </brakePedalStatus>, as you asked.',
    ],
  },
  activateParkingBrake: {
    asks: [
      'get the (parking brake|handbrake) <mode>',
      'have the (parking brake|handbrake) <mode>( for now|)',
      'make sure the handbrake is <mode>',
      'leave the car with the parking brake <mode>',
      'I want the (parking brake|handbrake) <mode>.',
      'On this spot the parking brake should be <mode>.',
      "I'd be calmer with the handbrake <mode>.",
    ],
    reports: [
      'The parking brake is </parkingBrakeStatus>.',
      'Parking brake </parkingBrakeStatus> with a force of </_parkingBrakeForce>.',
      'The handbrake is </parkingBrakeStatus>; the slope reads </_slopeAngle> degrees.',
      'Done, the parking brake is </parkingBrakeStatus> now.',
    ],
  },
  setCruiseControl: {
    asks: [
      'turn cruise control <activate> at <speed:number> (mph|miles per hour) with a gap of <distanceToNextVehicle:number> meters',
      'switch the cruise control <activate>: <speed:number> (mph|miles per hour), <distanceToNextVehicle:number> meters to the car ahead',
      'have cruise control <activate> for <speed:number> (mph|miles an hour) and keep <distanceToNextVehicle:number> meters of distance',
      'put the cruise control <activate> and hold <speed:number> (mph|miles per hour), <distanceToNextVehicle:number> meters behind the next car',
      'I want cruise control <activate> at <speed:number> (mph|miles per hour), never closer than <distanceToNextVehicle:number> meters.',
      'My foot needs a rest, so cruise control should be <activate> at <speed:number> (mph|miles per hour) with <distanceToNextVehicle:number> meters to the next car.',
      'For the long straight I need cruise control <activate> at <speed:number> (mph|miles per hour) and a <distanceToNextVehicle:number> meter gap.',
    ],
    answers: ['/cruiseStatus'],
    reports: [
      'Cruise control is </cruiseStatus> at </currentSpeed> mph.',
      'Cruise control is </cruiseStatus>: </currentSpeed> mph, </distanceToNextVehicle> meters to the car ahead.',
      'The car holds </currentSpeed> mph now; cruise control is </cruiseStatus>.',
      'Cruise control </cruiseStatus>, keeping </distanceToNextVehicle> meters of distance.',
    ],
  },
  get_current_speed: {
    asks: [
      'find out how fast (the car|it) is going( right now|)',
      'check the current speed( of the car|)',
      'read the speedometer',
      'What speed are we doing( right now|)?',
      "I'd like to know how fast we are driving.",
      "It feels quick, so I need the car's exact speed.",
    ],
    answers: ['/currentSpeed'],
    reports: [
      'The car is doing </currentSpeed> mph.',
      'Current speed: </currentSpeed> mph.',
      'The speedometer reads </currentSpeed> mph.',
      'You are going at </currentSpeed> mph.',
    ],
  },
} satisfies Record<string, Phrases>
