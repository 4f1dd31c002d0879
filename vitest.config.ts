import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      'turnsmith/server': new URL('src/server/index.ts', import.meta.url).pathname,
      turnsmith: new URL('src/index.ts', import.meta.url).pathname,
    },
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
})
