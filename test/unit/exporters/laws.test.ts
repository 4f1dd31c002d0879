import { describe, expect, it } from 'vitest'
import { EXPORTERS } from '../../../src/catalog/index.js'
import { testExporter } from '../../../src/testing/index.js'
import { deskRows } from '../../support/rows.js'
import { servedRows } from '../../support/server.js'

const rows = [...(await deskRows(51, 2)), ...(await servedRows())]

describe.each([...EXPORTERS.values()].map((exporter) => [exporter.name, exporter] as const))('%s', (_, exporter) => {
  it.each(testExporter(exporter))('$name', ({ check }) => {
    expect(check).not.toThrow()
  })

  it.each(testExporter(exporter, rows))('$name, on rows of a run', ({ check }) => {
    expect(check).not.toThrow()
  })
})
