import type { Phrases } from '../../../environment/index.js'

/** How people talk about moving and copying; a destination is a folder or a new name, so every wording fits both. Every wording belongs to one tool only, so that it can be read back. */
export const phrases = {
  mv: {
    asks: [
      '(move|shift) <source> (over |)to <destination>',
      '(have|get) <source> moved (over |)to <destination>',
      'relocate <source> to <destination>',
      'file <source> away under <destination>',
      '<source> (has to|needs to|should) (move|go) to <destination>.',
      'The right spot for <source> is <destination>.',
      'I would rather have <source> under <destination> than where it is.',
      'From now on <source> (is to be found|lives) under <destination>.',
    ],
    reports: [
      'Moved <source> to <destination>.',
      '<source> is now under <destination>.',
      '<source> has gone to <destination>.',
      'Done: <source> moved to <destination>.',
    ],
  },
  cp: {
    asks: [
      'copy <source> to <destination>',
      '(make|keep|put) a copy of <source> under <destination>',
      'duplicate <source> to <destination>',
      'back <source> up to <destination>',
      '(save|leave) a second <source> under <destination>',
      'I (want|need) a copy of <source> under <destination>(, just in case|).',
      'There should also be a copy of <source> under <destination>.',
      'Before anything happens to <source>, a duplicate of it belongs under <destination>.',
    ],
    reports: [
      'Copied <source> to <destination>.',
      'There is a copy of <source> under <destination> now.',
      'A duplicate of <source> lies under <destination>.',
      'Done: <source> copied to <destination>.',
    ],
  },
} satisfies { readonly [tool: string]: Phrases }
