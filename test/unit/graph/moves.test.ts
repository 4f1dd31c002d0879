import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import { fileSystem } from '../../../src/environments/index.js'
import { movesBetween } from '../../../src/graph/place.js'
import { present } from '../../support/rows.js'

describe('movesBetween', () => {
  const places = present(worldKind([fileSystem]).semantics.graph.places(fileSystem.ref.name))

  it.each([
    ['/top/a/b', '/top/a/b', []],
    ['/top/a', '/top/a/b', ['b']],
    ['/top/a', '/top/c', ['..', 'c']],
    ['/top/a/b', '/top/a/c', ['..', 'c']],
    ['/top/a/b', '/top/c/d', ['/', 'c', 'd']],
    ['/top/a/b', '/top', ['/']],
    ['/top/a/b/c', '/top/a', ['..', '..']],
  ])('%s -> %s', (here, there, moves) => {
    expect(movesBetween(places, here, there)).toEqual(moves)
  })
})
