import { describe, expect, it } from 'vitest'
import { worldKind } from '../../../src/catalog/worlds.js'
import { fileSystem } from '../../../src/environments/index.js'
import { movesBetween } from '../../../src/graph/place.js'
import { present } from '../../support/rows.js'

describe('movesBetween', () => {
  const places = present(worldKind([fileSystem]).semantics.graph.places(fileSystem.ref.name))

  it.each([
    ['/root/a/b', '/root/a/b', []],
    ['/root/a', '/root/a/b', ['b']],
    ['/root/a', '/root/c', ['..', 'c']],
    ['/root/a/b', '/root/a/c', ['..', 'c']],
    ['/root/a/b', '/root/c/d', ['/', 'c', 'd']],
    ['/root/a/b', '/root', ['/']],
    ['/root/a/b/c', '/root/a', ['..', '..']],
  ])('%s -> %s', (here, there, moves) => {
    expect(movesBetween(places, here, there)).toEqual(moves)
  })
})
