import { describe, expect, it } from 'vitest'
import { DEFAULT_ENVIRONMENTS, environmentsNamed, worldKind, worldsOf } from '../../src/catalog/index.js'
import { forEachLeaf, sameJson } from '../../src/core/json.js'
import { untag } from '../../src/core/number.js'
import { at, formatPointer } from '../../src/core/pointer.js'
import type { Trace } from '../../src/core/trace.js'
import { messagesOf, type Trajectory, type Turn } from '../../src/core/trajectory.js'
import { createWorld, replay, type World } from '../../src/environment/index.js'
import { relationsOf } from '../../src/graph/index.js'
import { type Recipe, runItems, synthesizeItem } from '../../src/pipeline/index.js'
import { leaksOf, runAdvancedTool, verifyRow } from '../../src/verifiers/index.js'

/** Each title ends in the id of a term or claim of docs/method.md. Everything is read off the rows of one small run. */
const recipe: Recipe = { seed: 11, worlds: worldsOf(environmentsNamed(DEFAULT_ENVIRONMENTS, 'test')), turns: [3, 5], kmax: 3 }
const rows: Trajectory[] = []
await runItems(recipe, 12, 4, async ({ row }) => void (row && rows.push(row)))

console.log(rows.length)
