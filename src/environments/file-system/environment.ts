import { defineEnvironment, sharedEntities } from '../../environment/index.js'
import { conversation } from './conversation.js'
import { editing } from './editing.js'
import { navigating } from './navigating.js'
import { observe } from './observe.js'
import { reading } from './reading.js'
import { scenario } from './scenario.js'
import { pathOf, type State, state } from './state.js'
import { transferring } from './transferring.js'

/** Files and folders of a small shell: one working directory, tools that act in it (BFCL's GorillaFileSystem; SEMANTICS.md section 5). */
export const fileSystem = defineEnvironment<State>({
  name: 'file-system',
  version: 1,
  source: 'built-in',
  summary: 'Files and folders: find, read, compare, write, move, copy and remove them.',
  benchmark: 'bfcl',
  state,
  unobserved: ['cwd'],
  observe,
  entities: {
    ...sharedEntities,
    file: {
      noun: ['file', 'files'],
      form: 'file',
      earlier: ['that file', 'it'],
      again: ['the file'],
      listed: ['the <place> one', 'the <place> one on the list'],
    },
    folder: { noun: ['folder', 'folders'], form: 'file' },
    'new-file': { noun: ['file name', 'file names'], form: 'file' },
    'new-folder': { noun: ['folder name', 'folder names'], form: 'file' },
    'new-name': { noun: ['destination', 'destinations'], form: 'file' },
    path: { noun: ['path', 'paths'], form: 'word' },
    'text-unit': { noun: ['unit', 'units'], words: { w: ['words'], c: ['characters'] } },
    'size-style': {
      noun: ['style', 'styles'],
      words: { true: ['in KB or MB', 'in human-readable form', 'in readable units'] },
    },
    'hidden-entries': {
      noun: ['choice', 'choices'],
      words: { true: ['including hidden files', 'hidden files included'] },
    },
  },
  places: {
    move: { tool: 'cd', parameter: 'folder', up: '..', top: '/' },
    search: { tool: 'find', parameter: 'name', paths: '/matches/*', everywhere: { path: '/' } },
    entities: ['file', 'folder'],
    current: (from) => pathOf(from, from.cwd),
    arrivals: {
      found: [
        "I found <thing> in <place:folder>, so that's where we are now.",
        'It took a search: we are in <place:folder> now, where I found <thing>.',
        "I had to look for <thing> first, and we're in <place:folder> now.",
        "That was in <place:folder>, and we're still there.",
        'I switched to <place:folder>, where <thing> turned out to be.',
        "We're in <place:folder> now, which is where I found <thing>.",
      ],
      known: [
        "I switched to <place:folder> for that, and we're still there.",
        "We're in <place:folder> now, since I had to go there for <thing>.",
        'I went to <place:folder> for that and stayed there.',
      ],
      plain: ["We're in <place:folder> now.", 'The current folder is <place:folder> now.'],
    },
  },
  briefings: [
    {
      when: () => true,
      pattern: 'Working directory: <place:word>.',
      values: (from) => ({ place: pathOf(from, from.cwd) }),
      entities: { place: 'path' },
      place: 'place',
    },
  ],
  scenario,
  conversation,
  tools: { ...navigating, ...reading, ...editing, ...transferring },
})
