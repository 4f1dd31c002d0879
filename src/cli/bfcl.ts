import { Command } from 'commander'
import type { BfclEvalOptions } from './bfcl-eval.js'
import { temperature, wholeNumber } from './options.js'

/** `turnsmith bfcl`: the original benchmark's transcripts, verdicts and cases. */
export function bfclCommand(): Command {
  return new Command('bfcl')
    .description('Replay, check and play the multi-turn part of the Berkeley Function Calling Leaderboard.')
    .addHelpText('before', 'Example: turnsmith bfcl replay transcripts.jsonl.gz\n')
    .addCommand(replayCommand())
    .addCommand(checkCommand())
    .addCommand(evalCommand())
}

function replayCommand(): Command {
  return new Command('replay')
    .exitOverride()
    .description(
      'Run the calls of golden transcripts through the environments and compare every result text and state.',
    )
    .argument('<files...>', 'golden transcripts (JSON Lines, gzip or plain)')
    .option(
      '--constants <file>',
      'long-context constants; default: constants.json beside the files or one folder above',
    )
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith bfcl replay golden/gt_*.gz --json\n')
    .action(async (files: string[], options: { constants?: string; json?: boolean }) => {
      const { replayFiles } = await import('./bfcl-replay.js')
      process.exitCode = await replayFiles(files, options)
    })
}

function checkCommand(): Command {
  return new Command('check')
    .exitOverride()
    .description("Judge recorded responses and compare the verdicts with the original checker's.")
    .argument('<files...>', 'checker records; the gt_* transcripts of their cases lie beside them')
    .option(
      '--constants <file>',
      'long-context constants; default: constants.json beside the files or one folder above',
    )
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith bfcl check golden/checker.jsonl.gz --json\n')
    .action(async (files: string[], options: { constants?: string; json?: boolean }) => {
      const { checkFiles } = await import('./bfcl-check.js')
      process.exitCode = await checkFiles(files, options)
    })
}

function evalCommand(): Command {
  return new Command('eval')
    .exitOverride()
    .description(
      'Play the benchmark against an OpenAI-compatible endpoint. Run it again to go on after an interruption.',
    )
    .requiredOption(
      '--data <dir>',
      'your copy of the benchmark data: questions, possible_answer/, multi_turn_func_doc/',
    )
    .requiredOption('--base-url <url>', 'endpoint, up to and including /v1; its key, if any, in TURNSMITH_API_KEY')
    .requiredOption('--model <name>', 'model name the endpoint knows')
    .option(
      '--categories <names>',
      'comma-separated: base, miss_func, miss_param, long_context',
      'base,miss_func,miss_param,long_context',
    )
    .option('--constants <file>', 'long-context constants; default: constants.json in --data or one folder above')
    .option('--concurrency <n>', 'cases at a time', wholeNumber('--concurrency', 1), 8)
    .option('--limit <n>', 'only the first N cases of each category', wholeNumber('--limit', 1))
    .option('--temperature <t>', 'sampling temperature', temperature, 0.001)
    .option('--prompting', 'calls as bracketed Python in the text, for servers without a tool-call parser')
    .option('--out <dir>', 'transcripts and scores; default: runs/bfcl/<model>')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText(
      'before',
      'Example: turnsmith bfcl eval --data bfcl/data --categories base --base-url http://localhost:8000/v1 --model my-model\n',
    )
    .action(async (options: BfclEvalOptions) => {
      const { evaluate } = await import('./bfcl-eval.js')
      process.exitCode = await evaluate(options)
    })
}
