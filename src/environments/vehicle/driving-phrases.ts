import type { Phrases } from '../../environment/index.js'

/** How drivers speak of engine, doors and brakes. Every wording belongs to one tool only, so that it can be read back. */
export const drivingPhrases = {
  startEngine: {
    asks: [
      '<ignitionMode> the (car|engine)',
      'Everyone is in, please <ignitionMode> the (car|engine).',
      "We're leaving, please <ignitionMode> the (car|engine).",
      "Let's go, <ignitionMode> the (car|engine) please.",
      "I'm ready to go, please <ignitionMode> the (car|engine).",
      'Would you <ignitionMode> the (car|engine) for me?',
    ],
    reasons: ["We're all set.", 'Everybody is buckled up.', 'The bags are in.'],
    answers: ['/engineState'],
    reports: [
      'The engine is </engineState>( now|).',
      'The engine is </engineState>, with </fuelLevel:count-gallon> in the tank.',
      'The engine is </engineState>; you have </fuelLevel:count-gallon> of fuel.',
      "I've started the engine, and it's </engineState> with </fuelLevel:count-gallon> of fuel left.",
    ],
    asides: ['started the engine'],
    deeds: ['start the engine'],
  },
  lockDoors: {
    asks: [
      'I need you to <unlock> <door>.',
      '<unlock> <door> now',
      '<unlock> <door>',
      '<unlock> <door> (right away|for me)',
      'My hands are full, can you <unlock> <door>?',
      'Could you <unlock> <door>, please?',
      'Would you <unlock> <door>?',
    ],
    reasons: ['My hands are full.'],
    reports: [
      "I've </lockStatus> <door>.",
      'I </lockStatus> <door>.',
      "I've </lockStatus> <door>, which leaves </remainingUnlockedDoors:count-door> unlocked.",
      'Okay, I </lockStatus> <door> for you.',
    ],
    asides: ['locked the doors', 'locked all the doors'],
  },
  pressBrakePedal: {
    asks: [
      'step on the brake( pedal|) <pedalPosition>',
      'press the brake( pedal|) <pedalPosition>',
      'push the brake pedal down <pedalPosition>',
      'press the foot brake <pedalPosition>',
      'I need the brake( pedal|) pressed <pedalPosition>.',
      'Can you keep the brake( pedal|) pressed <pedalPosition>?',
    ],
    reports: [
      'The brake pedal is </brakePedalStatus> <pedalPosition>.',
      'The brake pedal is </brakePedalStatus> <pedalPosition> now.',
      "I'm holding the brake pedal down <pedalPosition>.",
      'The brake is on: the pedal is </brakePedalStatus> <pedalPosition>.',
    ],
    asides: ['pressed the brake pedal', 'put the brake pedal down'],
    deeds: ['press the brake pedal'],
  },
  releaseBrakePedal: {
    asks: [
      'You can take your foot off the brake( pedal|).',
      'take your foot off the brake( pedal|)',
      '(release|let go of|let up on) the brake pedal',
      'ease off the brake pedal',
      '(release|let go of) the foot brake',
      'You can (release|let go of) the brake pedal now.',
    ],
    reports: [
      'The brake pedal is </brakePedalStatus>.',
      'I let go of the brake pedal; it is </brakePedalStatus> now.',
      'The foot brake is </brakePedalStatus> now.',
      'I eased off the brake; the pedal is </brakePedalStatus>.',
    ],
  },
  activateParkingBrake: {
    asks: [
      '<mode> the (parking brake|handbrake) for me',
      '<mode> the (parking brake|handbrake)',
      'Can you <mode> the (parking brake|handbrake) for a moment?',
      'I forgot the (parking brake|handbrake), please <mode> it.',
      'I need you to <mode> the (parking brake|handbrake).',
      'Would you <mode> the (parking brake|handbrake) for me?',
    ],
    reports: [
      'The parking brake is </parkingBrakeStatus>.',
      'The parking brake is </parkingBrakeStatus> now.',
      'The handbrake is </parkingBrakeStatus>.',
      'Done: the handbrake is </parkingBrakeStatus> now.',
    ],
  },
  setCruiseControl: {
    asks: [
      '<activate> cruise control at <speed:number> (mph|miles per hour) with a gap of <distanceToNextVehicle:number> meters',
      '<activate> cruise control at <speed:number> (mph|miles per hour) and keep <distanceToNextVehicle:number> meters from the car ahead',
      '<activate> the cruise control at <speed:number> (mph|miles per hour), <distanceToNextVehicle:number> meters behind the car in front',
      '<activate> cruise control at <speed:number> (mph|miles per hour) and keep a distance of <distanceToNextVehicle:number> meters',
      "I'd like to <activate> cruise control at <speed:number> (mph|miles per hour) with a gap of <distanceToNextVehicle:number> meters.",
      'Can you <activate> cruise control at <speed:number> (mph|miles per hour) and leave <distanceToNextVehicle:number> meters to the car ahead?',
    ],
    reasons: [
      "It's all highway from here.",
      'The road ahead is clear.',
      'My foot is getting tired.',
      "We'll be on this road for a while.",
    ],
    answers: ['/cruiseStatus'],
    reports: [
      'Cruise control is </cruiseStatus> at </currentSpeed> mph with a gap of </distanceToNextVehicle:count-meter>.',
      'Cruise control is </cruiseStatus>: </currentSpeed> mph, </distanceToNextVehicle:count-meter> to the car ahead.',
      'I set cruise control to </currentSpeed> mph with </distanceToNextVehicle:count-meter> to the car ahead; it is </cruiseStatus>.',
      'Cruise control is </cruiseStatus> now, at </currentSpeed> mph and </distanceToNextVehicle:count-meter> behind the next car.',
    ],
    deeds: ['set the cruise control'],
  },
  get_current_speed: {
    asks: [
      'check (my|the|our) (current |)speed',
      "check how fast (we're|I'm) going",
      'read the speedometer',
      'tell me (my|our) (current |)speed',
      'How fast (am I|are we) going( right now|)?',
      "What's (my|our) (current |)speed?",
      'What does the speedometer say?',
    ],
    answers: ['/currentSpeed'],
    reports: [
      "You're going </currentSpeed> mph.",
      'Your current speed is </currentSpeed> mph.',
      'The speedometer reads </currentSpeed> mph.',
      'The car is doing </currentSpeed> mph.',
    ],
  },
} satisfies Record<string, Phrases>
