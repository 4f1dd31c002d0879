import type { Phrases } from '../../../environment/index.js'

/** How people talk about what is in their files. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  cat: {
    asks: [
      "(show|tell) me what's in <file_name>",
      'show me (the contents|all) of <file_name>',
      'read me <file_name>',
      'check what <file_name> says',
      "What's in <file_name>?",
      "What's written in <file_name>?",
      'What did I write in <file_name>?',
      "I need to see what's in <file_name>.",
    ],
    occasions: ["I don't remember what's in <file_name>, can you show me?"],
    reasons: [
      "I can't remember what I put in there.",

      'I want to double-check something.',
    ],
    answers: ['/file_content'],
    reports: [
      '<file_name> says: </file_content>',
      "Here's what's in <file_name>: </file_content>",
      'The text in <file_name>: </file_content>',
      '<file_name> contains: </file_content>',
    ],
    deeds: ['show <file_name>', 'read <file_name>'],
  },
  wc: {
    asks: [
      'count the (lines|<mode>) in <file_name>',
      '(check|tell me|find out) how many (lines|<mode>) <file_name> has',
      'How many (lines|<mode>) (does <file_name> have|are in <file_name>|are there in <file_name>)?',
      "What's the (line count|number of lines|number of <mode>) (of|in) <file_name>?",
      'get me the (line count|number of lines|number of <mode>) (of|in) <file_name>',
      'I need the number of (lines|<mode>) in <file_name>.',
    ],
    reasons: ['It has to fit on one page.'],
    answers: ['/count'],
    reports: [
      'I counted the </type> in <file_name>: </count>.',
      'The number of </type> in <file_name> is </count>.',
      'Counting the </type> in <file_name> gives </count>.',
      'The count of </type> in <file_name> is </count>.',
    ],
    deeds: ['count what <file_name> has'],
  },
  sort: {
    asks: [
      'put the lines of <file_name> in (alphabetical|alphabetic) order for me',
      'I want to see <file_name> sorted( alphabetically|).',
      '(show me|list) the lines (of|in) <file_name> (in alphabetical order|in order|sorted alphabetically)',
      'show me <file_name> sorted( alphabetically|)',
      'sort the lines of <file_name>( alphabetically|)',
      'What does <file_name> look like sorted( alphabetically|)?',
    ],
    reasons: ["It's all jumbled.", "I can't find anything in there."],
    answers: ['/sorted_content'],
    reports: [
      'Sorted, the lines in <file_name> are: </sorted_content>',
      'The lines in <file_name>, in order: </sorted_content>',
      'Here are the lines in <file_name>, sorted: </sorted_content>',
      'In order, <file_name> reads: </sorted_content>',
    ],
    deeds: ['sort the lines of <file_name>'],
  },
  grep: {
    asks: [
      '(find|list|show me) the lines (in|of) <file_name> (with|containing|that mention) <pattern>',
      'check <file_name> for <pattern>',
      'look for <pattern> in <file_name>',
      'Which lines (in|of) <file_name> (mention|contain) <pattern>?',
      'What does <file_name> say about <pattern>?',
      'I need the lines with <pattern> from <file_name>.',
    ],
    occasions: ['There should be something about <pattern> in <file_name>, can you look?'],
    reasons: ["I don't need all of it.", "There's a lot in there."],
    answers: ['/matching_lines/*'],
    reports: [
      '<file_name> mentions <pattern> here: </matching_lines:list>.',
      "Here's what <file_name> has with <pattern>: </matching_lines:list>.",
      'These lines in <file_name> mention <pattern>: </matching_lines:list>.',
      'I found <pattern> in <file_name>: </matching_lines:list>.',
    ],
    deeds: ['look through <file_name>'],
  },
  tail: {
    asks: [
      '(show|give|read) me the last <lines> lines (of|in) <file_name>',
      'get the last <lines> lines (of|from) <file_name>',
      'What are the last <lines> lines (of|in) <file_name>?',
      'What do the last <lines> lines of <file_name> say?',
      'I (just |only |)need the last <lines> lines of <file_name>.',
      'show me (the end|the last lines) of <file_name>',
      'How does <file_name> end?',
    ],
    reasons: ["It's a long file.", 'I only want to see how far I got.'],
    answers: ['/last_lines'],
    reports: [
      '<file_name> ends with: </last_lines>',
      'The last lines in <file_name>: </last_lines>',
      "Here's the end of <file_name>: </last_lines>",
      'At the end, <file_name> says: </last_lines>',
    ],
    deeds: ['show the end of <file_name>'],
  },
  diff: {
    asks: [
      'compare <file_name1> (with|to|and) <file_name2>',
      '(show|tell) me (the differences|what changed) between <file_name1> and <file_name2>',
      '(check|find out) how <file_name1> differs from <file_name2>',
      'How is <file_name1> different from <file_name2>?',
      "What's (different|the difference) between <file_name1> and <file_name2>?",
      'I need the differences between <file_name1> and <file_name2>.',
    ],
    occasions: ["I'm not sure which one to keep, <file_name1> or <file_name2>. What's the difference?"],
    reasons: ["I can't remember what I changed."],
    answers: ['/diff_lines'],
    reports: [
      'Where they differ, - is <file_name1> and + is <file_name2>: </diff_lines>',
      'The differences, with - for <file_name1> and + for <file_name2>: </diff_lines>',
      'I compared them line by line, - is <file_name1> and + is <file_name2>: </diff_lines>',
      'These are the differences. Lines with - are from <file_name1>, lines with + from <file_name2>: </diff_lines>',
    ],
    deeds: ['compare <file_name1> with <file_name2>', 'compare the two files'],
  },
} satisfies { readonly [tool: string]: Phrases }
