import type { Phrases } from '../../../environment/index.js'

/** How people talk about new files and folders, and ones to be rewritten or removed. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  mkdir: {
    asks: [
      'put a folder called <dir_name> in here',
      'put a new folder (called|named) <dir_name> here',
      "I'd like a (new |)folder called <dir_name>( here|).",
      '(create|make|add) a (new |)folder (called|named) <dir_name>( here|)',
      'make a new <dir_name> folder( here|)',
      'I need a (new |)folder called <dir_name>( here|).',
    ],
    reports: [
      "I've created the folder <dir_name>.",
      "There's a new folder called <dir_name> now.",
      'I made a folder named <dir_name>.',
      'The folder <dir_name> is there now.',
      "I've set up the folder <dir_name> for you.",
    ],
    deeds: ['make the folder <dir_name>', 'make the folder'],
  },
  touch: {
    asks: [
      "I'd like an empty file called <file_name>( here|).",
      'put an empty <file_name> in here',
      '(create|make|add) (an empty|a blank|a new) file (called|named) <file_name>( here|)',
      'add an empty <file_name>( here|)',
      'start a new file called <file_name>( here|)',
      'I need (an empty|a new) file called <file_name>( here|).',
    ],
    reports: [
      "I've created <file_name>; it is still empty.",
      "There's an empty file called <file_name> now.",
      'I added an empty file named <file_name>.',
      'The empty file <file_name> is there now.',
    ],
    deeds: ['create <file_name>', 'create the file'],
  },
  echo: {
    asks: [
      'replace (the contents of|everything in|the text in) <file_name> with <content>',
      'overwrite <file_name> with <content>',
      'change <file_name> to say <content>',
      "write <content> into <file_name>, replacing what's there",
      '<file_name> should (just |)say <content>.',
      "Put <content> in <file_name> instead of what's there.",
      'print the text <content>',
      'save <content:back> (in|to) <file_name>',
      'replace the contents of <file_name> with <content:back>',
      'overwrite <file_name> with <content:back>',
    ],
    occasions: ['<file_name> is out of date, can you change it to <content>?'],
    reports: [
      '<file_name> now holds your text, in place of what was there.',
      "I've written your text to <file_name>; what it said before is gone.",
      'Your text is in <file_name> now and has replaced the old contents.',
      "I've put that in <file_name>, which now says nothing else.",
      '<file_name> is overwritten and now has that text.',
    ],
    deeds: ['overwrite <file_name>'],
  },
  rm: {
    asks: [
      '(delete|remove|erase) <file_name>( for good|)',
      'get rid of <file_name>',
      "I don't need <file_name> any more, (so delete it|you can delete it).",
      "<file_name> isn't needed any more, (so delete it|you can delete it).",
      'I want <file_name> (deleted|gone).',
      '<file_name> can be deleted.',
    ],
    occasions: ['Nobody uses <file_name> now, so delete it.'],
    reasons: ['I need to free up some space.', "I'm cleaning up.", 'Nobody uses it.'],
    reports: [
      "I've deleted <file_name>.",
      'I deleted <file_name> for you.',
      '<file_name> is deleted.',
      '<file_name> is gone now.',
    ],
    deeds: ['delete <file_name>'],
  },
  rmdir: {
    asks: [
      '(delete|remove) the empty folder <dir_name>',
      '(delete|remove) the empty <dir_name> folder',
      'get rid of the empty (folder <dir_name>|<dir_name> folder)',
      "(delete|remove) the <dir_name> folder, (it's empty|there's nothing in it)",
      'The folder <dir_name> is empty, (so delete it|you can delete it).',
      "I don't need the empty folder <dir_name> any more.",
    ],
    reasons: ['I never got around to using it.', 'It was left over from the old project.'],
    reports: [
      "I've deleted the empty folder <dir_name>.",
      'I removed the folder <dir_name>.',
      'The folder <dir_name> is deleted.',
      'The empty folder <dir_name> is gone now.',
    ],
    deeds: ['delete the folder <dir_name>'],
  },
} satisfies { readonly [tool: string]: Phrases }
