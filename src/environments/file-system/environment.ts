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
      listed: ['the <place> one on that list', 'the <place> one on the list', 'the <place> one in that list'],
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
        'I found <thing> in <place:word>, so that is the current folder now.',
        'I found <thing> in <place:word>; you are there now.',
        'I found <thing> in <place:word>, which is the current folder now.',
        'I had to go to <place:word> for <thing>, so that is where you are now.',
      ],
      known: [
        'I had to go to <place:word> for <thing>, so that is the current folder now.',
        'I went to <place:word> for <thing>, and that is where you are now.',
        'I switched to <place:word> for <thing>.',
      ],
      plain: ['The current folder is now <place:word>.', "You're in <place:word> now."],
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
