import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../../../src/graph/index.js'
import { testEnvironment } from '../../../../src/testing/index.js'
import { imported, INTERFACES } from '../../../support/interfaces.js'

/** Tools of which nobody could ask for, by document. */
const SILENT = {
  clinic: [],
  bikes: [],
  tracker: [],
  // Nobody dictates the address of a photo, and of a dog nothing is sure to be there that could be told.
  kennel: ['admit_dog', 'replace_dog', 'dog_by_id'],
}

describe.each(Object.keys(INTERFACES) as (keyof typeof INTERFACES)[])('the environment of %s', (name) => {
  const { environment } = imported(name)
  it.each(testEnvironment(environment))('$name', ({ check }) => {
    expect(check).not.toThrow()
  })

  it('can be asked for all that people could say', () => {
    const silent = [...buildGraph([environment]).tools.values()].flatMap(({ spec, wishable }) =>
      wishable ? [] : [spec.name],
    )
    expect(silent).toEqual(SILENT[name])
  })
})
