import { type Conversation, sibling } from '../../environment/index.js'
import { bytesBelow, subfoldersOf } from './survey.js'
import type { State } from './state.js'

/** What conversations about files hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'mkdir',
      parameter: 'dir_name',
      asks: ['(create|make|add) (a new|another) folder( here|)', 'I need (a new|another) folder( here|).'],
      questions: [
        'What should the folder be called?',
        'What name should the folder have?',
        'What would you like to call the folder?',
      ],
    },
    {
      tool: 'touch',
      parameter: 'file_name',
      asks: ['(create|make|add) (a new|an empty) file( here|)', 'I need (a new|an empty) file( here|).'],
      questions: [
        'What should the file be called?',
        'What name should the file have?',
        'What would you like to call the file?',
      ],
    },
    {
      tool: 'grep',
      parameter: 'pattern',
      asks: [
        'search (through |)<file_name> for something',
        'look something up in <file_name>',
        'I need to find something in <file_name>.',
      ],
      questions: ['What should I search for?', 'Which words should I look for?', 'What are you looking for?'],
    },
    {
      tool: 'echo',
      parameter: 'content',
      asks: [
        '(overwrite|rewrite) <file_name>( for me|)',
        'replace (the contents of|everything in) <file_name>',
        '<file_name> should say something else.',
      ],
      questions: [
        'What should the file say?',
        'What should the new text of the file be?',
        'What text should I write into the file?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'compress',
      asks: [
        '(zip|compress) <file>',
        'make a zip (archive|file) out of <file>',
        'Can you zip <file> for me?',
        'I need <file> as a zip archive.',
      ],
      entities: { file: 'file' },
      what: 'make zip archives',
      instead: { tool: 'cp', says: ['I could make a plain copy of it instead.'] },
      words: ['compress', 'archive', 'zip'],
    },
    {
      name: 'printer',
      asks: [
        'send <file> to the printer',
        'print <file> on the office printer',
        'I need <file> on paper, from the printer upstairs.',
      ],
      entities: { file: 'file' },
      what: 'send files to a printer',
      instead: {
        tool: 'cat',
        says: ["I can show you what's in it, though.", 'What I can do is show you the text here.'],
      },
      words: ['printer'],
    },
    {
      name: 'encrypt',
      asks: ['encrypt <file>( for me|)', 'Can you encrypt <file>?', 'I need <file> encrypted.'],
      entities: { file: 'file' },
      what: 'encrypt files',
      words: ['encrypt'],
    },
    {
      name: 'restore',
      asks: [
        "restore yesterday's version of <file>",
        "Can you get yesterday's version of <file> back?",
        'I need the older version of <file> restored.',
      ],
      entities: { file: 'file' },
      what: 'restore older versions',
      words: ['restore', 'version'],
    },
    {
      name: 'upload',
      asks: [
        'upload <file> to (the cloud|my cloud storage)',
        'Can you upload <file> to the cloud?',
        'I need <file> uploaded to the cloud.',
      ],
      entities: { file: 'file' },
      what: 'upload files to the cloud',
      instead: { tool: 'cp', says: ['I can copy it to another name here, if that helps.'] },
      words: ['upload', 'cloud'],
    },
  ],
  limits: [
    {
      tool: 'mkdir',
      code: 'exists',
      reads: 'file exists',
      candidates: ({ state }) => subfoldersOf(state, state.cwd).map((dir_name) => ({ dir_name })),
      says: ['there is already something called <dir_name> here', '<dir_name> already exists in the current folder'],
      undone: ['No folder was created', 'I created nothing', 'No new folder was made'],
    },
    {
      tool: 'rmdir',
      code: 'not-empty',
      reads: 'not empty',
      candidates: ({ state }) =>
        bytesBelow(state, state.cwd) > 0 ? subfoldersOf(state, state.cwd).map((dir_name) => ({ dir_name })) : [],
      says: ['the folder <dir_name> is not empty', 'there is still something in the folder <dir_name>'],
      undone: ['The folder was not deleted', 'No folder was deleted', 'I deleted nothing'],
    },
  ],
  rules: [
    {
      name: 'deleting',
      tool: 'rm',
      test: 'any',
      limits: [],
      line: 'Files must not be deleted.',
      says: 'deleting files is not allowed here',
      permits: 'Files may be deleted when the user asks for it.',
    },
    {
      name: 'moving',
      tool: 'mv',
      test: 'any',
      limits: [],
      line: 'Files must not be moved or renamed.',
      says: 'files have to keep their names and places',
      permits: 'Files may be moved and renamed.',
    },
    {
      name: 'overwriting',
      tool: 'echo',
      test: 'any',
      limits: [],
      line: 'Existing files must not be overwritten.',
      says: 'existing files have to stay as they are',
      permits: 'Existing files may be overwritten.',
    },
    {
      name: 'lines',
      tool: 'tail',
      parameter: 'lines',
      test: 'above',
      limits: [2, 3],
      line: 'Never show more than the last <limit:number> lines of a file.',
      says: 'I may show no more than the last <limit:number> lines of a file',
    },
  ],
  siblings: [
    sibling('ls_trash', 'List what is in the trash.', {}, ['trash']),
    sibling('cp_remote', 'Copy a file to a remote server.', { source: 'string', host: 'string' }, ['remote', 'server']),
    sibling('diff_images', 'Compare two images.', { first: 'string', second: 'string' }, ['image']),
    sibling('du_cloud', 'Show how much cloud storage is used.', {}, ['cloud']),
    sibling('mv_batch', 'Rename many files by a rule.', { rule: 'string' }, ['batch', 'bulk']),
    sibling('find_owner', 'Find out who owns a file.', { file_name: 'string' }, ['owner', 'owns']),
  ],
  revisions: [
    {
      tool: 'mkdir',
      parameter: 'dir_name',
      undo: { tool: 'rmdir', arguments: { dir_name: { same: 'dir_name' } } },
      asks: [
        'sorry, wrong name: scrap that one and make <dir_name> instead',
        'actually, scrap that and start over with <dir_name>',
        'no, scrap that one, I meant <dir_name>',
      ],
    },
    {
      tool: 'touch',
      parameter: 'file_name',
      undo: { tool: 'rm', arguments: { file_name: { same: 'file_name' } } },
      asks: [
        'sorry, wrong name: scrap that one and make <file_name> instead',
        'actually, scrap that and start over with <file_name>',
        'no, scrap that one, I meant <file_name>',
      ],
    },
  ],
}
