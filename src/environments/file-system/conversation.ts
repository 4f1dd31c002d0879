import { type Conversation, sibling } from '../../environment/index.js'
import { bytesBelow, subfoldersOf } from './survey.js'
import type { State } from './state.js'

/** What conversations about files hold beside requests that can be met. */
export const conversation: Conversation<State> = {
  incomplete: [
    {
      tool: 'mkdir',
      parameter: 'dir_name',
      asks: ['create another folder in here', 'set up one more folder here', 'One more folder is needed in here.'],
      questions: [
        'What should the folder be called?',
        'What name should the folder have?',
        'Under which name should I make the folder?',
      ],
    },
    {
      tool: 'touch',
      parameter: 'file_name',
      asks: ['make a blank file in here', 'add one more empty file here', 'One more blank file is needed in here.'],
      questions: [
        'What should the file be called?',
        'What name should the file have?',
        'Under which name should I make the file?',
      ],
    },
    {
      tool: 'grep',
      parameter: 'pattern',
      asks: [
        'look for something in <file_name>',
        'search through <file_name> for me',
        'Somewhere in <file_name> is the line I need.',
      ],
      questions: [
        'Which words should I look for?',
        'What words does the line have in it?',
        'Which words should I search for?',
      ],
    },
    {
      tool: 'echo',
      parameter: 'content',
      asks: [
        'write something new into <file_name>',
        'overwrite what <file_name> says',
        '<file_name> should say something else.',
      ],
      questions: [
        'What should the file say?',
        'What shall I write into the file?',
        'What is the new text of the file?',
      ],
    },
  ],
  unsupported: [
    {
      name: 'compress',
      asks: [
        'compress <file> into an archive',
        'make a zip archive out of <file>',
        'Could <file> be zipped up?',
        '<file> is too large to mail, so it should go into an archive.',
      ],
      entities: { file: 'file' },
      what: 'make zip archives',
      words: ['compress', 'archive', 'zip'],
    },
    {
      name: 'printer',
      asks: [
        'send <file> to the printer',
        'get <file> out of the printer',
        'I need <file> on paper, from the printer upstairs.',
      ],
      entities: { file: 'file' },
      what: 'send anything to a printer',
      words: ['printer'],
    },
    {
      name: 'encrypt',
      asks: [
        'encrypt <file> so that nobody else can read it',
        'Can <file> be encrypted?',
        'I want <file> encrypted before I leave.',
      ],
      entities: { file: 'file' },
      what: 'encrypt files',
      words: ['encrypt'],
    },
    {
      name: 'restore',
      asks: [
        'restore <file> to how it was yesterday',
        "Can I get yesterday's version of <file> back?",
        'Somebody spoilt <file>, so I want the older version restored.',
      ],
      entities: { file: 'file' },
      what: 'restore older versions',
      words: ['restore', 'version'],
    },
    {
      name: 'translate',
      asks: [
        'translate <file> into French',
        'Could I have <file> in French?',
        'I need <file> translated for the office in Lyon.',
      ],
      entities: { file: 'file' },
      what: 'translate files',
      words: ['translate', 'french'],
    },
  ],
  limits: [
    {
      tool: 'mkdir',
      code: 'exists',
      reads: 'file exists',
      candidates: ({ state }) => subfoldersOf(state, state.cwd).map((dir_name) => ({ dir_name })),
      says: [
        'something called <dir_name> already exists here',
        'a folder named <dir_name> exists in this place already',
      ],
      undone: ['No folder was made', 'Nothing new was made', 'The folders are as they were'],
    },
    {
      tool: 'rmdir',
      code: 'not-empty',
      reads: 'not empty',
      candidates: ({ state }) =>
        bytesBelow(state, state.cwd) > 0 ? subfoldersOf(state, state.cwd).map((dir_name) => ({ dir_name })) : [],
      says: ['the folder <dir_name> is not empty', '<dir_name> is not empty, it still holds files'],
      undone: ['Nothing was removed', 'I have not touched what is in it', 'The folder is still there'],
    },
  ],
  rules: [
    {
      name: 'deleting',
      tool: 'rm',
      test: 'any',
      limits: [],
      line: 'Files must not be deleted.',
      says: 'files must not be deleted',
    },
    {
      name: 'moving',
      tool: 'mv',
      test: 'any',
      limits: [],
      line: 'Files must stay where they are: do not move or rename anything.',
      says: 'files must stay where they are and must not be moved or renamed',
    },
    {
      name: 'overwriting',
      tool: 'echo',
      test: 'any',
      limits: [],
      line: 'The text of existing files must not be overwritten.',
      says: 'the text of existing files must not be overwritten',
    },
    {
      name: 'lines',
      tool: 'tail',
      parameter: 'lines',
      test: 'above',
      limits: [2, 3],
      line: 'Never show more than the last <limit:number> lines of a file.',
      says: 'no more than the last <limit:number> lines of a file may be shown',
    },
  ],
  siblings: [
    sibling('ls_trash', 'List what lies in the trash.', {}, ['trash']),
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
        'call it <dir_name> instead',
        'on second thought, the name should be <dir_name>',
        'sorry, it should have been <dir_name>',
      ],
    },
    {
      tool: 'touch',
      parameter: 'file_name',
      undo: { tool: 'rm', arguments: { file_name: { same: 'file_name' } } },
      asks: [
        'call it <file_name> instead',
        'on second thought, the name should be <file_name>',
        'sorry, it should have been <file_name>',
      ],
    },
  ],
}
