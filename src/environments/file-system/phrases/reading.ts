import type { Phrases } from '../../../environment/index.js'

/** How people talk about what is in their files. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  cat: {
    asks: [
      'look (up|at) (what is written in|the full text of|the contents of) <file_name>',
      'open <file_name> and read all of it',
      'read <file_name> from start to finish',
      'check what <file_name> says',
      'What does <file_name> say?',
      'What have I written in <file_name>?',
      'I need to know what <file_name> says.',
      "I can't remember what I wrote in <file_name>.",
    ],
    answers: ['/file_content'],
    reports: [
      '<file_name> says: </file_content>',
      'Here is what <file_name> holds: </file_content>',
      'The text of <file_name> is: </file_content>',
      'It says: </file_content>',
    ],
  },
  wc: {
    asks: [
      'count the (lines|<mode>) (in|of) <file_name>',
      '(check|find out|work out) how many (lines|<mode>) <file_name> has',
      'determine the number of (lines|<mode>) in <file_name>',
      'How many (lines|<mode>) (does <file_name> have|are there in <file_name>)?',
      'What is the number of (lines|<mode>) in <file_name>?',
      'I have to state how many (lines|<mode>) there are in <file_name>.',
      'Somebody wants the (line count|number of lines) of <file_name>.',
      'There is a limit on <mode>, so I need to know how many <file_name> has.',
    ],
    answers: ['/count'],
    reports: [
      '<file_name> has </count> </type>.',
      'There are </count> </type> in <file_name>.',
      'The count is </count> </type>.',
      'It comes to </count> </type>.',
    ],
  },
  sort: {
    asks: [
      'sort the lines of <file_name>( alphabetically|)',
      'list what <file_name> holds in (alphabetical|sorted) order',
      'go through the lines of <file_name> from A to Z',
      'look at the lines of <file_name> sorted from A to Z',
      'What do the lines of <file_name> look like in (alphabetical|sorted) order?',
      'The lines of <file_name> are all over the place, so I would like to see them in order.',
      'I need an alphabetical view of <file_name>.',
    ],
    answers: ['/sorted_content'],
    reports: [
      'In order, <file_name> reads: </sorted_content>',
      'The sorted lines: </sorted_content>',
      'Sorted, the lines are: </sorted_content>',
      'Here they are in order: </sorted_content>',
    ],
  },
  grep: {
    asks: [
      '(find|pick out|look up) the lines of <file_name> (that mention|with) <pattern>',
      'search <file_name> for <pattern>',
      'go through <file_name> and (collect|list) every line with <pattern> in it',
      'Which lines (of|in) <file_name> (mention|contain) <pattern>?',
      'Where does <pattern> (come up|occur|appear) in <file_name>?',
      'I only care about the lines with <pattern> in <file_name>.',
      'What <file_name> has to say about <pattern> is all I need.',
    ],
    answers: ['/matching_lines/*'],
    reports: [
      '<file_name> mentions <pattern> here: </matching_lines:list>.',
      'The lines with <pattern>: </matching_lines:list>.',
      'These lines match: </matching_lines:list>.',
      'Found in <file_name>: </matching_lines:list>.',
    ],
  },
  tail: {
    asks: [
      '(look up|read|get) the last <lines> lines (of|in) <file_name>',
      'look at the final <lines> lines of <file_name>',
      'check how <file_name> ends, the last <lines> lines are enough',
      'What are the last <lines> lines (of|in) <file_name>?',
      'What do the final <lines> lines of <file_name> say?',
      'I need (just |only |)the closing <lines> lines of <file_name>.',
      'The end of <file_name> is what counts, about <lines> lines of it.',
      'skip to the end of <file_name>',
    ],
    answers: ['/last_lines'],
    reports: [
      '<file_name> ends with: </last_lines>',
      'The last lines of <file_name>: </last_lines>',
      'It ends like this: </last_lines>',
      'The end reads: </last_lines>',
    ],
  },
  diff: {
    asks: [
      'compare <file_name1> (with|to|and) <file_name2>',
      '(check|find out|work out) (how|where) <file_name1> differs from <file_name2>',
      'determine what changed between <file_name1> and <file_name2>',
      'What is (different|the difference) between <file_name1> and <file_name2>?',
      'Where do <file_name1> and <file_name2> disagree?',
      'I need the differences between <file_name1> and <file_name2>.',
      'One of <file_name1> and <file_name2> was edited, and I have to know which lines are not the same.',
    ],
    answers: ['/diff_lines'],
    reports: [
      '<file_name1> and <file_name2> differ here: </diff_lines>',
      'The differences: </diff_lines>',
      'These lines are not the same: </diff_lines>',
      'Compared line by line: </diff_lines>',
    ],
  },
} satisfies { readonly [tool: string]: Phrases }
