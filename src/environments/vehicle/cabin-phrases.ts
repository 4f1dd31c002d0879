import type { Phrases } from '../../environment/index.js'

/** How drivers speak of what is inside the car. Every wording belongs to one tool only, so that it can be read back. */
export const cabinPhrases = {
  displayCarStatus: {
    asks: [
      'see if the <option> is okay',
      'Is everything okay with the <option>?',
      'check the <option>',
      'check on the <option>',
      'check the status of the <option>',
      'have a look at the <option>',
      "How's the <option>?",
      "What's the status of the <option>?",
    ],
    reasons: ['Something is beeping.', 'Something just flashed on the dashboard.'],
    answers: ['/*'],
    reports: [
      'Fuel left in the tank: </fuelLevel:count-gallon>.',
      'The tank has </fuelLevel:count-gallon> in it.',
      'The battery is at </batteryVoltage:count-volt>.',
      'Battery voltage: </batteryVoltage:count-volt>.',
      "The driver's door is </doorStatus/driver>, the front passenger door </doorStatus/passenger>, the left rear door </doorStatus/rear_left> and the right rear door </doorStatus/rear_right>.",
      'The air conditioning is at </currentACTemperature> degrees Celsius in </climateMode> mode, fan speed </fanSpeed>; the humidity level is </humidityLevel>.',
      'Climate control: </currentACTemperature> degrees Celsius, </climateMode> mode, fan speed </fanSpeed>, humidity </humidityLevel>.',
      'The headlights are </headlightStatus>.',
      'The parking brake is </parkingBrakeStatus>, with a force of </parkingBrakeForce> on a slope of </slopeAngle> degrees.',
      'The brake pedal is </brakePedalStatus>, with a force of </brakePedalForce>.',
      'The engine is </engineState>.',
    ],
  },
  adjustClimateControl: {
    asks: [
      'set it to <temperature:number> degrees( <unit>|) in here( with the fan at <fanSpeed:number>|)( in <mode> mode|)',
      'set the (AC|climate control) to <temperature:number> degrees( <unit>|)(, fan speed <fanSpeed:number>|)(, <mode> mode|)',
      'set the temperature in (here|the car) to <temperature:number> degrees( <unit>|)( with the fan at <fanSpeed:number>|)( in <mode> mode|)',
      'turn the air conditioning to <temperature:number> degrees( <unit>|)( with the fan at <fanSpeed:number>|)( in <mode> mode|)',
      'Can we have <temperature:number> degrees( <unit>|) in here( with the fan at <fanSpeed:number>|)( in <mode> mode|)?',
      "I'd like <temperature:number> degrees( <unit>|) in here( with the fan at <fanSpeed:number>|)( in <mode> mode|).",
    ],
    reasons: ["It's not very comfortable in here.", 'The windows are fogging up.', 'The kids are complaining.'],
    reports: [
      "I've set the climate control to <temperature:number> degrees( <unit>|) in </climateMode> mode( with the fan at <fanSpeed:number>|).",
      'The AC is set to <temperature:number> degrees( <unit>|) now(, with the fan at <fanSpeed:number>|), in </climateMode> mode.',
      'The AC is set to <temperature:number> degrees( <unit>|), fan speed <fanSpeed:number>, </climateMode> mode.',
      'I set the air conditioning to <temperature:number> degrees( <unit>|) and the fan to <fanSpeed:number>, in </climateMode> mode.',
      'Climate control: <temperature:number> degrees( <unit>|), </climateMode> mode, fan at <fanSpeed:number>.',
    ],
  },
  get_outside_temperature_from_google: {
    asks: [
      "What's the temperature outside according to Google?",
      'What temperature does Google show for outside?',
      '(look up|check) the outside temperature on Google',
      'google the temperature outside',
      'check Google for the outside temperature',
      'How (warm|cold) is it outside according to Google?',
    ],
    reasons: ["I'm not sure I need a jacket.", "We're going for a walk later."],
    answers: ['/outsideTemperature'],
    reports: [
      "According to Google it's </outsideTemperature> degrees Celsius outside.",
      "It's </outsideTemperature> degrees Celsius outside, Google says.",
      'Google has the outside temperature at </outsideTemperature> degrees Celsius.',
      'The outside temperature on Google is </outsideTemperature> degrees Celsius.',
    ],
  },
  get_outside_temperature_from_weather_com: {
    asks: [
      "What's the temperature outside according to weather.com?",
      'What temperature does weather.com show for outside?',
      '(look up|check) the outside temperature on weather.com',
      'check weather.com for the outside temperature',
      'get the temperature outside from weather.com',
      'How (warm|cold) is it outside according to weather.com?',
    ],
    reasons: [
      "I'm not sure I need a jacket.",
      "We're going for a walk later.",
      'I want to know if the roads could be icy.',
    ],
    reports: [
      "According to weather.com it's </outsideTemperature> degrees outside.",
      "It's </outsideTemperature> degrees outside, weather.com says.",
      'weather.com has the outside temperature at </outsideTemperature> degrees.',
      'The outside temperature on weather.com is </outsideTemperature> degrees.',
    ],
  },
  setHeadlights: {
    asks: [
      'switch my headlights <mode>',
      'I want my headlights <mode>.',
      'get the headlights <mode>',
      'turn the headlights <mode>',
      'switch the (headlights|front lights) <mode>',
      'turn my headlights <mode>',
      'I need the headlights <mode>.',
    ],
    reports: [
      "I've turned the headlights <mode>.",
      'The headlights are switched <mode>.',
      'I switched the headlights <mode> for you.',
      'Okay, I turned the headlights <mode>.',
    ],
  },
  display_log: {
    asks: [
      'put <messages> on the dashboard log',
      'show <messages> in the dashboard log',
      'log <messages> on the dashboard',
      'display <messages> on the dashboard',
      '(add|write) <messages> to the dashboard log',
      'Can the dashboard show <messages>?',
      'I need a note on the dashboard: <messages>.',
    ],
    reports: [
      'The dashboard log shows </log:list>.',
      'On the dashboard log: </log:list>.',
      'The dashboard now shows </log:list>.',
      'Logged on the dashboard: </log:list>.',
    ],
  },
} satisfies Record<string, Phrases>
