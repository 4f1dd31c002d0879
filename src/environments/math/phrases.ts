import type { Phrases } from '../../environment/index.js'

/** How people ask for figures about lists, precise results and other units. Every wording belongs to one tool only. */
export const phrases = {
  mean: {
    asks: [
      'average <numbers:number-list>',
      '(find|calculate|work out|give me) the (average|mean) of <numbers:number-list>',
      "What's the (average|mean) of <numbers:number-list>?",
      'I need the (average|mean) of <numbers:number-list>.',
      'Average of <numbers:number-list>?',
    ],
    answers: ['/result'],
    reports: [
      'The average of <numbers:number-list> is </result:figure>.',
      'The average is </result:figure>.',
      '<numbers:number-list> average </result:figure>.',
      'The average comes to </result:figure>.',
    ],
  },
  standard_deviation: {
    asks: [
      '(find|calculate|work out|give me|get me) the standard deviation of <numbers:number-list>',
      "(What's|What is) the standard deviation of <numbers:number-list>?",
      'I need the standard deviation of <numbers:number-list>.',
    ],
    answers: ['/result'],
    reports: [
      'The standard deviation is </result:figure>.',
      'The standard deviation of <numbers:number-list> is </result:figure>.',
      '<numbers:number-list> have a standard deviation of </result:figure>.',
      'The standard deviation comes to </result:figure>.',
    ],
  },
  min_value: {
    asks: [
      '(find|tell me|give me) the (smallest|lowest) of <numbers:number-list>',
      "(What's|Which is) the (smallest|lowest) of <numbers:number-list>?",
      "What's the minimum of <numbers:number-list>?",
      'I need the (smallest|lowest) of <numbers:number-list>.',
    ],
    answers: ['/result'],
    reports: [
      'The smallest of them is </result:figure>.',
      'The smallest number is </result:figure>.',
      'The minimum is </result:figure>.',
      'The lowest of <numbers:number-list> is </result:figure>.',
    ],
  },
  max_value: {
    asks: [
      '(find|tell me|give me) the (largest|highest) of <numbers:number-list>',
      "(What's|Which is) the (largest|highest) of <numbers:number-list>?",
      "What's the maximum of <numbers:number-list>?",
      'I need the (largest|highest) of <numbers:number-list>.',
    ],
    answers: ['/result'],
    reports: [
      'The largest of them is </result:figure>.',
      'The largest number is </result:figure>.',
      'The maximum is </result:figure>.',
      'The highest of <numbers:number-list> is </result:figure>.',
    ],
  },
  sum_values: {
    asks: [
      '(add|total|sum) up <numbers:number-list>',
      '(find|calculate|work out|give me) the total of <numbers:number-list>',
      "What's the total of <numbers:number-list>?",
      'What do <numbers:number-list> add up to?',
      'I need the total of <numbers:number-list>.',
      '<numbers:number-list>, what does that add up to?',
    ],
    answers: ['/result'],
    reports: [
      'The total is </result:figure>.',
      'The total of <numbers:number-list> is </result:figure>.',
      '<numbers:number-list> add up to </result:figure>.',
      'The total comes to </result:figure>.',
    ],
  },
  logarithm: {
    asks: [
      '(calculate|find|work out) the (log|logarithm) of <value> to base <base> with <precision> digits( of precision|)',
      'give me the base <base> (log|logarithm) of <value> with <precision> digits of precision',
      "What's the (log|logarithm) of <value> to base <base> with <precision> digits of precision?",
      "What's the base <base> (log|logarithm) of <value> with <precision> digits( of precision|)?",
      'I need the base <base> (log|logarithm) of <value> with <precision> digits of precision.',
    ],
    answers: ['/result'],
    reports: [
      'The logarithm of <value> to base <base> is </result:exact>.',
      'The base <base> logarithm of <value> is </result:exact>.',
      'The log of <value> to base <base> is </result:exact>.',
      'Worked out with <precision> digits of precision, the base <base> log of <value> is </result:exact>.',
    ],
  },
  square_root: {
    asks: [
      '(calculate|find|work out|take) the square root of <number> to <precision> (significant |)digits',
      'give me the square root of <number> to <precision> (significant |)digits',
      "What's the square root of <number> to <precision> (significant |)digits?",
      'I need the square root of <number> to <precision> (significant |)digits.',
    ],
    answers: ['/result'],
    reports: [
      'The square root of <number> is </result:exact>.',
      'The square root of <number> comes to </result:exact>.',
      'To <precision> digits, the square root of <number> is </result:exact>.',
      'To <precision> significant digits, the root of <number> is </result:exact>.',
    ],
  },
  round_number: {
    asks: [
      'round <number>( off|) to <decimal_places> (decimals|decimal places)',
      "What's <number> rounded to <decimal_places> (decimals|decimal places)?",
      'round <number>( off|) to (the nearest|a) whole number',
      "What's <number> (rounded |)to the nearest whole number?",
    ],
    answers: ['/result'],
    reports: [
      '<number> rounds to </result:exact>.',
      'Rounded, <number> is </result:exact>.',
      '<number> rounded off is </result:exact>.',
      'Rounding <number> gives </result:exact>.',
    ],
  },
  si_unit_conversion: {
    asks: [
      'convert <value:number> <unit_in> (to|into) <unit_out>',
      'work out how many <unit_out> <value:number> <unit_in> is',
      'How many <unit_out> (is|are in|are there in) <value:number> <unit_in>?',
      'I need <value:number> <unit_in> converted (to|into) <unit_out>.',
      'How long is <value:number> <unit_in> in <unit_out>?',
      'convert <value:back> from <unit_in> (to|into) <unit_out>',
    ],
    answers: ['/result'],
    reports: [
      '<value:number> <unit_in> is </result:figure> <unit_out>.',
      '<value:number> <unit_in> comes to </result:figure> <unit_out>.',
      '<value:number> <unit_in> equals </result:figure> <unit_out>.',
      '<value:number> <unit_in> works out to </result:figure> <unit_out>.',
      '<value:back> comes to </result:figure> <unit_out>.',
      'In <unit_out>, <value:back> is </result:figure>.',
    ],
  },
  imperial_si_conversion: {
    asks: [
      'turn <value:number> <unit_in> into <unit_out>',
      'tell me what <value:number> <unit_in> is in <unit_out>',
      'give me <value:number> <unit_in> in <unit_out>',
      "(What's|What is|How much is) <value:number> <unit_in> in <unit_out>?",
      'I need <value:number> <unit_in> in <unit_out>.',
      'turn <value:back> from <unit_in> into <unit_out>',
      'tell me what <value:back> is in <unit_out> if it is in <unit_in>',
    ],
    answers: ['/result'],
    reports: [
      '<value:number> <unit_in> is </result:figure> <unit_out>.',
      '<value:number> <unit_in> comes to </result:figure> <unit_out>.',
      '<value:number> <unit_in> equals </result:figure> <unit_out>.',
      '<value:number> <unit_in> works out to </result:figure> <unit_out>.',
      '<value:back> comes to </result:figure> <unit_out>.',
      'In <unit_out>, <value:back> is </result:figure>.',
    ],
  },
} satisfies Record<string, Phrases>
