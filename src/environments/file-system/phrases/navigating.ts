import type { Phrases } from '../../../environment/index.js'

/** How people talk about where they are and what lies there. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  pwd: {
    asks: [
      '(check|tell me) which folder (this is|I am in)',
      'Where am I( right now|)?',
      '(Which|What) folder am I in( right now|)?',
      "What's the path of this folder?",
      'show me the path of this folder',
      'Which folder is this?',
    ],
    answers: ['/current_working_directory'],
    reports: [
      "You're in </current_working_directory>.",
      'The current folder is </current_working_directory>.',
      "You're currently in </current_working_directory>.",
      'The full path is </current_working_directory>.',
    ],
    deeds: ['say which folder this is'],
  },
  ls: {
    asks: [
      '(list|show me) (everything|all files and folders) in (this|the current) folder(, <a>|)',
      '(list|show me) the files (here|in this folder|in the current folder)(, <a>|)',
      "(show|tell) me what's in (this|the current) folder(, <a>|)",
      "What's in (this|the current) folder(, <a>|)?",
      'What files are (here|in this folder)(, <a>|)?',
      'Which files do I have (here|in this folder)(, <a>|)?',
      'I need a list of the files (here|in this folder)(, <a>|).',
    ],
    answers: ['/current_directory_content/*'],
    reports: [
      'The current folder contains </current_directory_content:list>.',
      'In the current folder: </current_directory_content:list>.',
      "Here's what's in the folder: </current_directory_content:list>.",
      'The folder has </current_directory_content:list>.',
    ],
    deeds: ['list this folder'],
  },
  cd: {
    asks: [
      '(go|switch|change) to the (folder <folder>|<folder> folder)',
      'open the <folder> folder',
      'go into the <folder> folder',
      'cd (in|)to <folder>',
      "Let's work in the <folder> folder.",
      'I want to work in the <folder> folder( now|).',
    ],
    reports: [
      "You're now in <folder>.",
      "I've switched to <folder>.",
      'The current folder is now <folder>.',
      'I switched to the folder <folder> for you.',
    ],
    deeds: ['go to <folder>'],
  },
  find: {
    asks: [
      '(find|list) (everything|all files and folders) with <name> in the name',
      '(search|look) for (files|anything|everything) with <name> in the name',
      'Where are the files with <name> in the name?',
      'Is there anything with <name> in the name?',
      'Do I have any files with <name> in the name?',
      "I'm looking for (files|anything) with <name> in the name.",
    ],
    reasons: ['I know I saved it somewhere.', "I can't remember what exactly I called it."],
    answers: ['/matches/*'],
    reports: [
      'With <name> in the name, I found: </matches:list>.',
      'Matches for <name>: </matches:list>.',
      'Files and folders with <name> in the name: </matches:list>.',
      'The search for <name> found: </matches:list>.',
    ],
    deeds: ['search for <name>', 'search for files by name'],
  },
  du: {
    asks: [
      '(check|find out|tell me) how (big|large) (this|the current) folder is( <human_readable>|)',
      '(check|find out|tell me) how much space (this|the current) folder takes up( <human_readable>|)',
      'How (big|large) is (this|the current) folder( <human_readable>|)?',
      'How much (space|disk space) does (this|the current) folder (use|take up)( <human_readable>|)?',
      "What's the total size of (this|the current) folder( <human_readable>|)?",
      'I need the (total |)size of (this|the current) folder( <human_readable>|).',
    ],
    reasons: ["I'm running out of space."],
    answers: ['/disk_usage'],
    reports: [
      'The current folder takes up </disk_usage>.',
      'The total size of the current folder is </disk_usage>.',
      'Everything in the current folder comes to </disk_usage>.',
      'The files in the current folder use </disk_usage> in total.',
    ],
    deeds: ['add up the size of this folder'],
  },
} satisfies { readonly [tool: string]: Phrases }
