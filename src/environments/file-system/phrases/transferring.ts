import type { Phrases } from '../../../environment/index.js'

/** How people talk about moving and copying; a destination is a folder or a new name, so every wording fits both. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  mv: {
    asks: [
      'move <source> (over |)to <destination>',
      'have <source> moved to <destination>',
      "I'd like <source> moved to <destination>.",
      'I (want|need) <source> moved (over |)to <destination>.',
      'get <source> moved (over |)to <destination>',
      'Can I have <source> moved to <destination>?',
    ],
    reports: [
      'Moved <source> to <destination>.',
      'I moved <source> to <destination>.',
      '<source> has been moved to <destination>.',
      '<source> was moved to <destination>.',
    ],
  },
  cp: {
    asks: [
      'copy <source> (over |)to <destination>',
      'back up <source> to <destination>',
      'have <source> copied to <destination>',
      "I'd like <source> copied to <destination>.",
      'I (want|need) <source> (copied|backed up) to <destination>.',
      'get <source> copied (over |)to <destination>',
      'Can I have <source> copied to <destination>?',
    ],
    reports: [
      'Copied <source> to <destination>.',
      'I copied <source> to <destination>.',
      '<source> has been copied to <destination>.',
      '<source> was copied to <destination>.',
    ],
  },
} satisfies { readonly [tool: string]: Phrases }
