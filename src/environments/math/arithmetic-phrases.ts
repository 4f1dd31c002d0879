import type { Phrases } from '../../environment/index.js'

/** How people ask for sums, shares and powers. Every wording belongs to one tool only. */
export const arithmeticPhrases = {
  add: {
    asks: [
      '(add|put together) <a> and <b>',
      '(work out|tell me) what <a> plus <b> (is|makes|comes to)',
      'What is <a> plus <b>?',
      'I need <a> and <b> added together.',
      'I have <a> here and <b> there and want to know what they make together.',
      'find the sum of <a> and <b>',
      'take <a> and put <b> on top of it',
    ],
    answers: ['/result'],
    reports: [
      '<a> plus <b> is </result>.',
      'Together that makes </result>.',
      '</result> is what the two come to.',
      'Added together: </result>.',
    ],
  },
  subtract: {
    asks: [
      '(subtract|take|deduct) <b> from <a>',
      '(work out|tell me) what <a> minus <b> (is|leaves)',
      'What is <a> minus <b>?',
      'How much is left of <a> after <b>( is gone|)?',
      'I need the difference between <a> and <b>.',
      'I started with <a> and <b> is gone, so I need to know what remains.',
      'find out by how much <a> exceeds <b>',
    ],
    answers: ['/result'],
    reports: [
      '<a> minus <b> is </result>.',
      'That leaves </result>.',
      'The difference is </result>.',
      '</result> remains.',
    ],
  },
  multiply: {
    asks: [
      'multiply <a> by <b>',
      '(work out|tell me) what <a> times <b> (is|comes to)',
      'What is <a> times <b>?',
      'I need the product of <a> and <b>.',
      'It is <a> each and there are <b:number> of them, so I need the whole amount.',
      'work out <a> taken <b:number> times',
      'How much do <b:number> lots of <a> come to?',
    ],
    answers: ['/result'],
    reports: [
      '<a> times <b> is </result>.',
      'The product is </result>.',
      'That comes to </result>.',
      'Multiplied out, it is </result>.',
    ],
  },
  divide: {
    asks: [
      'divide <a> by <b>',
      'split <a> (into <b:number> equal parts|evenly into <b:number>)',
      '(work out|tell me) what <a> divided by <b> (is|comes to)',
      'What is <a> divided by <b>?',
      'I have <a> to share out equally <b:number> ways.',
      'I need to know how often <b> goes into <a>.',
      'find the quotient of <a> and <b>',
    ],
    answers: ['/result'],
    reports: [
      '<a> divided by <b> is </result>.',
      'Each part is </result>.',
      'The quotient is </result>.',
      'It divides to </result>.',
    ],
  },
  percentage: {
    asks: [
      '(work out|tell me) what (percentage|percent) of <whole> <part> is',
      'What percent is <part> out of <whole>?',
      '(express|give me) <part> as a percentage of <whole>',
      'I need <part> of <whole> as a percentage.',
      'Out of <whole>, <part> came in, and I want that in percent.',
      'find the share that <part> has in <whole>, in percent',
      'How big a share of <whole> is <part>?',
    ],
    answers: ['/result'],
    reports: [
      '<part> is </result> percent of <whole>.',
      'That is a share of </result> percent.',
      'In percent: </result>.',
      'It comes to </result> percent.',
    ],
  },
  power: {
    asks: [
      'raise <base> to the power of <exponent>',
      '(work out|tell me) what <base> to the power of <exponent> is',
      'What is <base> to the power of <exponent>?',
      'I need the value of <base> with an exponent of <exponent>.',
      'Something grows by a factor of <base> and does so <exponent:number> times, and I need the overall factor.',
      'compound a factor of <base> over <exponent:number> periods',
      'compute <base> with the exponent <exponent>',
    ],
    answers: ['/result'],
    reports: [
      '<base> to the power of <exponent> is </result>.',
      'The power comes to </result>.',
      'Raised that far, it is </result>.',
      'It works out at </result>.',
    ],
  },
  absolute_value: {
    asks: [
      '(give|tell) me the (absolute value|size without the sign) of <number>',
      'drop the sign (of|from) <number>',
      'What is the absolute value of <number>?',
      'I need <number> without its sign.',
      'The sheet says <number>, and I only care about how large that is.',
      'find the magnitude of <number>',
      'turn <number> into its distance from zero',
    ],
    answers: ['/result'],
    reports: [
      'The absolute value of <number> is </result>.',
      'Without the sign it is </result>.',
      'Its size is </result>.',
      'That is </result> away from zero.',
    ],
  },
} satisfies Record<string, Phrases>
