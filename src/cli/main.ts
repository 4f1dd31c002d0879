#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { UsageError } from '../core/errors.js'
import { StorageError } from '../store/storage-error.js'
import { VERSION } from '../version.js'
import { tuneEngine } from './engine.js'

/** The commands, each loaded when it is asked for. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  synth: async () => (await import('./synth.js')).synthCommand(),
  rehearse: async () => (await import('./rehearse.js')).rehearseCommand(),
  resume: async () => (await import('./resume.js')).resumeCommand(),
  batch: async () => (await import('./batch.js')).batchCommand(),
  worker: async () => (await import('./worker.js')).workerCommand(),
  merge: async () => (await import('./merge.js')).mergeCommand(),
  verify: async () => (await import('./verify.js')).verifyCommand(),
  report: async () => (await import('./report.js')).reportCommand(),
  export: async () => (await import('./export.js')).exportCommand(),
  serve: async () => (await import('./serve.js')).serveCommand(),
  probe: async () => (await import('./probe.js')).probeCommand(),
  graph: async () => (await import('./graph.js')).graphCommand(),
  bfcl: async () => (await import('./bfcl.js')).bfclCommand(),
  environments: async () => (await import('./environments.js')).environmentsCommand(),
  tools: async () => (await import('./tools.js')).toolsCommand(),
}

/** Answered without any command. */
const VERSION_FLAGS: ReadonlySet<string> = new Set(['-V', '--version'])

async function main(args: readonly string[]): Promise<void> {
  const program = new Command('turnsmith')
    .description('Verified multi-turn tool-use data for training language models.')
    .version(VERSION)
    .addHelpText('before', 'Example: turnsmith synth --count 10 --out runs/first\n')
  const asked = args.find((arg) => !arg.startsWith('-'))
  const load = asked === undefined ? undefined : COMMANDS[asked]
  const loads = load ? [load] : args.some((arg) => VERSION_FLAGS.has(arg)) ? [] : Object.values(COMMANDS)
  const commands = await Promise.all(loads.map((command) => command()))
  for (const command of commands) program.addCommand(command)
  refuseClearly(program, program.name())
  await program.parseAsync(args, { from: 'user' })
}

/** Complaints about a command line become one line that says where to look, for a command and all below it. */
function refuseClearly(command: Command, name: string): void {
  command.exitOverride().configureOutput({
    outputError: (text, write) => {
      const [complaint = '', hint = ''] = text
        .trim()
        .replace(/^error: /, '')
        .split('\n')
      const sentences = [complaint.replace(/[^.?!]$/, '$&.'), hint.replaceAll(/^\(|\)$/g, '')].filter(Boolean).join(' ')
      write(`turnsmith: ${sentences} See \`${name} --help\`.\n`)
    },
  })
  for (const below of command.commands) refuseClearly(below, `${name} ${below.name()}`)
}

try {
  tuneEngine()
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`turnsmith: ${error.message}\n`)
    process.exitCode = 2
  } else if (error instanceof StorageError) {
    process.stderr.write(`turnsmith: ${error.message}\n`)
    process.exitCode = 1
  } else if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else throw error
}
