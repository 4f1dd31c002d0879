// A worker whose process dies at item 7 of any run; its other items come to nothing. Arguments: database, version.
import { work } from '../../dist/runtime/index.js'

const [url, version] = process.argv.slice(2)
const runtime = {
  workers: 1,
  async run(items, onResult) {
    for (const { index } of items) {
      if (index === 7) process.kill(process.pid, 'SIGKILL')
      onResult({ index, status: 'exhausted', rejections: [], spent: [], stats: {} })
    }
  },
  close: async () => undefined,
}
await work({
  url,
  name: 'killed',
  version,
  runtimeFor: () => runtime,
  signal: new AbortController().signal,
  onNotice: (text) => console.error(text),
  onLost: (error) => {
    throw error
  },
})
