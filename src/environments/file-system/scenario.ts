import { sampleOf } from '../../core/random.js'
import type { Scenario, ScenarioContext } from '../../environment/index.js'
import { SITUATIONS } from './situations.js'
import type { State } from './state.js'
import { listedFiles, listedFolders } from './survey.js'
import { growTree } from './tree.js'

/** Somebody's folders; they know every file and folder by name, not where it lies. */
export function scenario(context: ScenarioContext): Scenario<State> {
  const { random, cast } = context
  const state = growTree({ ...context, random: random.fork('tree') })
  const fill = (text: string): string =>
    text
      .replaceAll('{project}', cast.projects[0] ?? 'the project')
      .replaceAll('{organisation}', cast.organisation)
      .replaceAll('{team}', cast.team)
      .replaceAll('{colleague}', cast.colleagues[0]?.first ?? 'a colleague')
  return {
    state,
    userKnows: [
      ...listedFiles(state).map(({ name }) => ({ entity: 'file', value: name, by: [] })),
      ...listedFolders(state).map(({ name }) => ({ entity: 'folder', value: name, by: [] })),
    ],
    situations: sampleOf(random.fork('situations'), SITUATIONS, 8).map(fill),
  }
}
