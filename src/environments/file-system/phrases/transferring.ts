import type { Phrases } from '../../../environment/index.js'

/** How people talk about moving and copying; a destination is a folder or a new name, so every wording fits both. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  mv: {
    asks: [
      'move <source> (over |)to <destination:foldername>',
      'move <source> (over |)into <destination:foldername>',
      'put <source> into <destination:foldername>',
      "I'd like to move <source> to <destination:foldername>.",
      'I (want|need) to move <source> to <destination:foldername>.',
      '<source> should go to <destination:foldername>.',
      'rename <source> to <destination:filename>',
      'change the name of <source> to <destination:filename>',
      "I'd like to rename <source> to <destination:filename>.",
      'I (want|need) to rename <source> to <destination:filename>.',
      '<source> should be called <destination:filename>.',
    ],
    reports: [
      "I've moved <source> to <destination>.",
      'I moved <source> to <destination> for you.',
      '<source> was moved to <destination>.',
      '<source> has been moved to <destination>.',
    ],
    deeds: ['move <source>'],
  },
  cp: {
    asks: [
      'make a backup of <source> to <destination>',
      'copy <source> (over |)to <destination>',
      'back up <source> to <destination>',
      'save a copy of <source> to <destination>',
      "I'd like to copy <source> to <destination>.",
      'I (want|need) to (copy|back up) <source> to <destination>.',
    ],
    reasons: ["I'd rather have a spare.", 'I want to be on the safe side.', "I'm going to change the original later."],
    reports: [
      "I've copied <source> to <destination>.",
      'I copied <source> to <destination> for you.',
      '<source> has been copied to <destination>.',
      '<source> is copied to <destination> now.',
    ],
    deeds: ['copy <source>'],
  },
} satisfies { readonly [tool: string]: Phrases }
