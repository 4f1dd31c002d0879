import type { Phrases } from '../../environment/index.js'

/** How people ask for sums, shares and powers. Every wording belongs to one tool only. */
export const arithmeticPhrases = {
  add: {
    asks: [
      'add <a> and <b>',
      'add <b> to <a>',
      '(calculate|work out) <a> plus <b>',
      'tell me what <a> plus <b> is',
      "(What's|What is|How much is) <a> plus <b>?",
      'I need the sum of <a> and <b>.',
      '<a> plus <b>?',
    ],
    answers: ['/result'],
    reports: [
      '<a> plus <b> is </result:figure>.',
      '<a> + <b> = </result:figure>.',
      'The sum of <a> and <b> is </result:figure>.',
      '<a> and <b> add up to </result:figure>.',
    ],
  },
  subtract: {
    asks: [
      'subtract <b> from <a>',
      'take <b> away from <a>',
      '(calculate|work out) <a> minus <b>',
      'tell me what <a> minus <b> is',
      "(What's|What is|How much is) <a> minus <b>?",
      'How much more is <a> than <b>?',
      '<a> minus <b>?',
    ],
    answers: ['/result'],
    reports: [
      '<a> minus <b> is </result:figure>.',
      '<a> - <b> = </result:figure>.',
      'The difference between <a> and <b> is </result:figure>.',
      'Taking <b> away from <a> leaves </result:figure>.',
    ],
  },
  multiply: {
    asks: [
      'multiply <a> by <b>',
      '(calculate|work out) <a> times <b>',
      'tell me what <a> times <b> is',
      "(What's|What is|How much is) <a> times <b>?",
      "What's <a> multiplied by <b>?",
      '<a> multiplied by <b>?',
      '<a> times <b>?',
    ],
    answers: ['/result'],
    reports: [
      '<a> times <b> is </result:figure>.',
      '<a> x <b> = </result:figure>.',
      '<a> multiplied by <b> is </result:figure>.',
      'The product of <a> and <b> is </result:figure>.',
    ],
  },
  divide: {
    asks: [
      'divide <a> by <b>',
      'split <a> into <b:number> equal parts',
      '(calculate|work out) <a> divided by <b>',
      'tell me what <a> divided by <b> is',
      "(What's|What is|How much is) <a> divided by <b>?",
      'How often does <b> go into <a>?',
      '<a> divided by <b>?',
    ],
    answers: ['/result'],
    reports: [
      '<a> divided by <b> is </result:figure>.',
      '<a> divided by <b> comes to </result:figure>.',
      'Dividing <a> by <b> gives </result:figure>.',
      'Divided by <b>, <a> is </result:figure>.',
    ],
  },
  percentage: {
    asks: [
      '(work out|calculate|tell me) what (percentage|percent) <part> is of <whole>',
      '(express|give me) <part> as a percentage of <whole>',
      'What (percentage|percent) of <whole> is <part>?',
      "What's <part> as a percentage of <whole>?",
      'I need <part> as a percentage of <whole>.',
    ],
    answers: ['/result'],
    reports: [
      '<part> is </result:figure> percent of <whole>.',
      '<part> is </result:figure>% of <whole>.',
      'As a percentage of <whole>, <part> is </result:figure>%.',
      '<part> comes to </result:figure> percent of <whole>.',
    ],
  },
  power: {
    asks: [
      'raise <base> to the power of <exponent>',
      '(calculate|work out|compute) <base> to the power of <exponent>',
      'tell me what <base> to the power of <exponent> is',
      "(What's|What is|How much is) <base> to the power of <exponent>?",
      '<base> to the power of <exponent>?',
    ],
    answers: ['/result'],
    reports: [
      '<base> to the power of <exponent> is </result:figure>.',
      '<base> raised to the power of <exponent> is </result:figure>.',
      '<base> to the power of <exponent> comes to </result:figure>.',
      'Raising <base> to the power of <exponent> gives </result:figure>.',
    ],
  },
  absolute_value: {
    asks: [
      '(find|get|give me|tell me|work out|calculate) the absolute value of <number>',
      "(What's|What is) the absolute value of <number>?",
      'I need the absolute value of <number>.',
    ],
    answers: ['/result'],
    reports: [
      'The absolute value of <number> is </result:figure>.',
      'Without its sign, <number> is </result:figure>.',
      '<number> without the sign is </result:figure>.',
      '<number> has an absolute value of </result:figure>.',
    ],
  },
} satisfies Record<string, Phrases>
