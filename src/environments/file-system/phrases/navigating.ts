import type { Phrases } from '../../../environment/index.js'

/** How people talk about where they are and what lies there. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  pwd: {
    asks: [
      'find out which folder we are in (right |)now',
      'look up the full path of the folder we are in',
      'check where we (currently are|are at the moment)',
      'Where (are we|am I) (right now|at the moment|currently)?',
      'Which folder (are we|am I) in (right |)now?',
      "I've lost track of (which folder we are in|where we are).",
      'I need the (full|complete) path of the folder we are in.',
    ],
    answers: ['/current_working_directory'],
    reports: [
      'We are in </current_working_directory>.',
      'The current folder is </current_working_directory>.',
      'Right now you are in </current_working_directory>.',
      'The full path is </current_working_directory>.',
    ],
  },
  ls: {
    asks: [
      '(list|look through) (everything|all there is) in (this|the current) folder(, <a>|)',
      'check what (this|the current) folder (holds|contains)(, <a>|)',
      'go through the names in (this|the current) folder(, <a>|)',
      'What (is|do we have) in (this|the current) folder(, <a>|)?',
      'Which files and folders are (right |)here(, <a>|)?',
      'I need to know what lies in (this|the current) folder(, <a>|).',
      "I don't remember what I keep in (this|the current) folder(, <a>|).",
    ],
    answers: ['/current_directory_content/*'],
    reports: [
      'The folder holds </current_directory_content:list>.',
      'Here is what lies in it: </current_directory_content:list>.',
      'You have </current_directory_content:list> there.',
      'These are the names: </current_directory_content:list>.',
    ],
  },
  cd: {
    asks: [
      '(go|switch|change) (over |)(in|)to the folder <folder>',
      '(open|enter) the folder <folder>',
      'get (in|)to the folder <folder>',
      'step into the folder <folder>',
      'Everything (else |)from here on happens in the folder <folder>.',
      "Let's (continue|carry on) in the folder <folder>.",
      'I want to work in the folder <folder> from now on.',
    ],
    reports: [
      'We are in <folder> now.',
      'Switched to <folder>.',
      'The current folder is <folder> now.',
      'Done: we work in <folder> from here.',
    ],
  },
  find: {
    asks: [
      '(find|look for|track down) (everything|anything|whatever) with <name> in its name(, here or in the folders below|)',
      'search (here and below|this folder and everything below it) for names (with|that contain) <name>',
      'work out where the things with <name> in the name (are|lie)',
      'Where (did I put|are|is) whatever has <name> in its name?',
      'Which files or folders have <name> in their names?',
      'Something with <name> in its name must be around here, and I need its path.',
      "I'm looking for (anything|everything) whose name contains <name>.",
    ],
    answers: ['/matches/*'],
    reports: [
      'Names with <name> in them: </matches:list>.',
      'The search for <name> found </matches:list>.',
      'Here is where they are: </matches:list>.',
      'Found </matches:list>.',
    ],
  },
  du: {
    asks: [
      '(check|find out|work out) how much space (this|the current) folder (takes up|needs)( <human_readable>|)',
      '(add|sum) up the size of everything in (this|the current) folder( <human_readable>|)',
      'learn how large (this|the current) folder is( <human_readable>|)',
      'How (big|large) is (this|the current) folder( <human_readable>|)?',
      'How much room do all the files from here on down take( <human_readable>|)?',
      'I need the total size of (this|the current) folder( <human_readable>|).',
      'I have to report how much storage (this|the current) folder uses( <human_readable>|).',
    ],
    answers: ['/disk_usage'],
    reports: [
      'It takes up </disk_usage>.',
      'The total size is </disk_usage>.',
      'Everything together comes to </disk_usage>.',
      'The files use </disk_usage> in all.',
    ],
  },
} satisfies { readonly [tool: string]: Phrases }
