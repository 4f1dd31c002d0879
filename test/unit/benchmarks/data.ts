import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CLASS_FILES = [
  'gorilla_file_system',
  'math_api',
  'message_api',
  'posting_api',
  'ticket_api',
  'trading_bot',
  'travel_booking',
  'vehicle_control',
]

/** Cases of our own in the layout of the published data: two that make a file, one that only looks. */
export const CASES = [
  { id: 'multi_turn_base_0', asks: ['make a', 'make b'], truth: [["touch(file_name='a')"], ["touch(file_name='b')"]] },
  { id: 'multi_turn_base_1', asks: ['look'], truth: [['ls()']] },
  { id: 'multi_turn_base_2', asks: ['make c'], truth: [["touch(file_name='c')"]] },
]

/** A folder with that data, and its removal. */
export function dataFolder(version = 'BFCL_v4'): { readonly directory: string; readonly remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'turnsmith-bfcl-'))
  const write = (name: string, records: readonly unknown[]): void =>
    writeFileSync(join(directory, name), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  mkdirSync(join(directory, 'possible_answer'))
  mkdirSync(join(directory, 'multi_turn_func_doc'))
  const name = `${version}_multi_turn_base.json`
  write(
    name,
    CASES.map(({ id, asks }) => ({
      id,
      question: asks.map((content) => [{ role: 'user', content }]),
      initial_config: {},
      involved_classes: ['GorillaFileSystem'],
    })),
  )
  write(
    join('possible_answer', name),
    CASES.map(({ id, truth }) => ({ id, ground_truth: truth })),
  )
  const document = (tool: string): object => ({
    name: tool,
    description: tool,
    parameters: { type: 'dict', properties: {} },
  })
  for (const file of CLASS_FILES)
    write(
      join('multi_turn_func_doc', `${file}.json`),
      file === 'gorilla_file_system' ? [document('touch'), document('ls')] : [document(`${file}_x`)],
    )
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
