import type { Phrases } from '../../environment/index.js'

/** How drivers speak of what is inside the car. Every wording belongs to one tool only, so that it can be read back. */
export const cabinPhrases = {
  displayCarStatus: {
    asks: [
      'check the <option> (status of the car|reading of the car)',
      "bring up the <option> status( on the car's display|)",
      'find out what the car reports about the <option>',
      'look at the <option> display',
      'What does the car say about the <option>?',
      'I need to know where things stand with the <option>( of this car|).',
      "I'd like a reading of the <option>( before I go on|).",
    ],
    answers: ['/*'],
    reports: [
      'The tank holds </fuelLevel> gallons.',
      'There are </fuelLevel> gallons of fuel left.',
      'The battery stands at </batteryVoltage> volts.',
      'Battery voltage: </batteryVoltage> volts.',
      "Doors: driver's </doorStatus/driver>, front passenger's </doorStatus/passenger>, left rear </doorStatus/rear_left>, right rear </doorStatus/rear_right>.",
      'The cabin is set to </currentACTemperature> degrees Celsius, fan at </fanSpeed>, mode </climateMode>, humidity </humidityLevel> percent.',
      'The headlights are </headlightStatus>.',
      'The parking brake is </parkingBrakeStatus>, force </parkingBrakeForce>, slope </slopeAngle> degrees.',
      'The brake pedal is </brakePedalStatus>, force </brakePedalForce>.',
      'The engine is </engineState>.',
    ],
  },
  adjustClimateControl: {
    asks: [
      'set the (climate control|air conditioning) to <temperature:number> degrees( <unit>|)(, fan at <fanSpeed:number> percent|)(, on <mode>|)',
      'bring the cabin to <temperature:number> degrees( <unit>|)( with the fan at <fanSpeed:number> percent|)( in <mode> mode|)',
      'get the inside of the car to <temperature:number> degrees( <unit>|)( with <fanSpeed:number> percent fan|)( while on <mode>|)',
      'have the heating and cooling aim for <temperature:number> degrees( <unit>|)(, <fanSpeed:number> percent fan|)(, <mode> mode|)',
      'I want it to be <temperature:number> degrees( <unit>|) in here(, with the fan at <fanSpeed:number> percent|)(, on <mode>|).',
      'The cabin should be at <temperature:number> degrees( <unit>|)(, fan <fanSpeed:number> percent|)(, <mode> mode|).',
      'My passengers would be happy with <temperature:number> degrees( <unit>|) in the cabin( and the fan at <fanSpeed:number> percent|)( on <mode>|).',
    ],
    reports: [
      'The climate control is set to </currentACTemperature> degrees in </climateMode> mode.',
      'The cabin is heading for </currentACTemperature> degrees; humidity is </humidityLevel> percent.',
      'Climate set: </currentACTemperature> degrees, </climateMode>.',
      'It will be </currentACTemperature> degrees in the cabin, mode </climateMode>.',
    ],
  },
  get_outside_temperature_from_google: {
    asks: [
      '(look up|check) the outside temperature on Google',
      'ask Google how warm it is outside',
      'find out from Google what the temperature outside is',
      'get the temperature out there from Google',
      "I'd like to know what Google says about the temperature outside.",
      'Before I pick a jacket I want the outside temperature as Google has it.',
      'see what temperature Google gives for outside',
    ],
    answers: ['/outsideTemperature'],
    reports: [
      'Google puts it at </outsideTemperature> degrees Celsius outside.',
      'It is </outsideTemperature> degrees Celsius outside.',
      'Outside temperature: </outsideTemperature> degrees Celsius.',
      'According to Google it is </outsideTemperature> degrees Celsius out there.',
    ],
  },
  get_outside_temperature_from_weather_com: {
    asks: [
      '(look up|check) the outside temperature on the weather site',
      'ask the weather site how warm it is outside',
      'get the temperature out there from the weather site',
      'see what the weather site has for the temperature outside',
      "I'd like the outside temperature from the weather site.",
      'The weather site should tell us how warm it is out there.',
      'find out from the weather site what the temperature outside is',
    ],
    reports: [
      'The weather site puts it at </outsideTemperature> degrees.',
      'The weather site says </outsideTemperature> degrees.',
      'Outside it is </outsideTemperature> degrees, says the weather site.',
      'Weather site: </outsideTemperature> degrees.',
    ],
  },
  setHeadlights: {
    asks: [
      'set the headlights to <mode>',
      'switch the headlights to <mode>',
      'put the headlamps on the <mode> setting',
      'have the front lights set to <mode>',
      'I want the headlights switched to <mode>.',
      'For this stretch the headlights should be on the <mode> setting.',
      'With light like this the front lights should be <mode>.',
      'turn the front lights to <mode>',
    ],
    reports: [
      'The headlights are </headlightStatus>( now|).',
      'Headlights: </headlightStatus>.',
      'The front lights are </headlightStatus>.',
      'Done, headlights </headlightStatus>.',
    ],
  },
  display_log: {
    asks: [
      'put <messages> (up |)on the dashboard log',
      'show <messages> in the dashboard log',
      'write <messages> to the dashboard log',
      'leave <messages> as a note on the dashboard',
      'I want the dashboard to show <messages>.',
      'The next driver should read <messages> on the dashboard.',
      'The dashboard log should say <messages>.',
    ],
    reports: [
      'The dashboard log shows </log:list>.',
      'The note is up on the dashboard.',
      'The dashboard now reads </log:list>.',
      'Logged on the dashboard: </log:list>.',
    ],
  },
} satisfies Record<string, Phrases>
