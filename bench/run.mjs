#!/usr/bin/env node
/** `npm run bench -- NAME...`: compiles the benchmarks out of the way and runs those named, or all. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const out = join(root, '.tmp-bench')
const known = readdirSync(import.meta.dirname).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
const named = process.argv.slice(2)
const unknown = named.find((name) => !known.includes(name))
if (unknown !== undefined) {
  console.error(`bench: there is no '${unknown}'. Known: ${known.join(', ')}.`)
  process.exit(2)
}

mkdirSync(out, { recursive: true })
const config = join(out, 'tsconfig.json')
writeFileSync(
  config,
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      allowImportingTsExtensions: false,
      declaration: false,
      rootDir: root,
      outDir: out,
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [join(root, 'src'), join(root, 'bench')],
  }),
)
const compiled = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')

for (const name of named.length > 0 ? named : known) {
  const { run } = await import(pathToFileURL(join(out, 'bench', `${name}.js`)).href)
  await run()
}
