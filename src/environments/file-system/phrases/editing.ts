import type { Phrases } from '../../../environment/index.js'

/** How people talk about new files and folders, and ones to be rewritten or removed. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  mkdir: {
    asks: [
      '(create|make) a (new |)folder (called|named) <dir_name>( here|)',
      'set up <dir_name> as a new folder( here|)',
      'add a folder with the name <dir_name>( here|)',
      'start a <dir_name> folder( here|)',
      'I need (a new|another) folder here, <dir_name> would be a good name.',
      'There is no folder <dir_name> yet, and there should be one( here|).',
      'A folder named <dir_name> (is still missing|would help) here.',
    ],
    reports: [
      'The folder <dir_name> is there now.',
      'Created the folder <dir_name>.',
      'There is a new folder, <dir_name>.',
      'You now have a folder called <dir_name>.',
    ],
  },
  touch: {
    asks: [
      '(create|make) (an empty|a blank|a new) file (called|named) <file_name>( here|)',
      'start a (blank|new|fresh) document under the name <file_name>( here|)',
      'add an empty <file_name> to (this|the current) folder',
      'set up <file_name> as an empty file( here|)',
      'I need (an empty|a blank) file here that goes by <file_name>.',
      'There is no <file_name> here yet, and an empty one will do for now.',
      '<file_name> does not exist yet, so an empty one should be (made|created)( here|).',
    ],
    reports: [
      '<file_name> is there now, still empty.',
      'Created an empty <file_name>.',
      'The new file <file_name> is ready.',
      'You now have an empty file called <file_name>.',
    ],
  },
  echo: {
    asks: [
      'write <content> (into|to) <file_name>',
      'replace (everything|whatever is|what stands) in <file_name> (with|by) <content>',
      'have <file_name> say (just |nothing but |)<content>',
      'overwrite <file_name> with <content>',
      'fill <file_name> with the text <content>',
      '<file_name> should (only say|contain nothing but) <content>.',
      'I want <content> to be (all that stands|the whole text) in <file_name>.',
      'From now on the only thing in <file_name> is <content>.',
      'print the text <content>',
      'put <content:back> into <file_name> in place of what is there',
      'save <content:back> in <file_name>',
      'I want <content:back> kept in <file_name> and nothing else.',
    ],
    reports: [
      '<file_name> now says <content>.',
      'Wrote <content> to <file_name>.',
      'The text in <file_name> is now <content>.',
      '<content> is all that <file_name> holds now.',
      'The text is in <file_name> now.',
    ],
  },
  rm: {
    asks: [
      '(delete|remove|erase) <file_name>( for good|)',
      'get rid of <file_name>',
      'throw <file_name> away',
      '(have|get) <file_name> deleted',
      "I don't need <file_name> any more.",
      '<file_name> (can|has to|should) go for good.',
      'Nobody should (find|see) <file_name> again, so it has to be deleted.',
    ],
    reports: [
      '<file_name> is gone.',
      'Deleted <file_name>.',
      'Removed <file_name> for good.',
      '<file_name> has been deleted.',
    ],
  },
  rmdir: {
    asks: [
      '(delete|remove) the empty folder <dir_name>',
      'clear away the empty <dir_name> folder',
      'drop the folder <dir_name>, since it is empty',
      'tidy up by removing the empty folder called <dir_name>',
      'The folder <dir_name> is empty and (can|should) go.',
      'There is nothing in the folder <dir_name>, so I want it gone.',
      'An empty folder like <dir_name> only gets in the way.',
    ],
    reports: [
      'The folder <dir_name> is gone.',
      'Removed the empty folder <dir_name>.',
      'The empty folder <dir_name> has been deleted.',
      'Done: there is no folder <dir_name> any more.',
    ],
  },
} satisfies { readonly [tool: string]: Phrases }
