import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // It imports JSON in a way that only a bundler understands.
    server: {deps: {inline: [/@actions\//]}}
  }
})
