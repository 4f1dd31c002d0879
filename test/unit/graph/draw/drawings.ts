import type { DrawnTool, Drawing } from '../../../../src/graph/draw/index.js'
import type { Need } from '../../../../src/graph/query/index.js'

/** Names that would break out of every format if they were not escaped. */
export const HOSTILE = [
  '</script><img src=x onerror="alert(1)">',
  `"]; evil [label='\\"`,
  'end\n  click t0 "javascript:alert(1)" %%{init}%%',
  '\u202etxt.exe `code` #quot; &lt; \u2028 \ud800',
]

/** Every text of it is hostile. */
export function hostileDrawing(): Drawing {
  const [a = '', b = '', c = '', d = ''] = HOSTILE
  return {
    title: a,
    origin: a,
    facts: [{ label: a, value: a }],
    environments: [a, c],
    tools: [
      {
        ...drawnTool(a),
        environment: a,
        description: a,
        parameters: [{ name: a, required: true, facts: [{ label: a, value: a }] }],
      },
      { ...drawnTool(b, [need([a])]), environment: a, description: b, facts: [{ label: a, value: a }] },
      { ...drawnTool(c), environment: c, description: c, deadEnd: c },
      { ...drawnTool(d), environment: c, description: d },
    ],
    relations: [
      { kind: 'enables', from: a, to: b, label: a, evidence: [{ label: a, value: a }] },
      { kind: 'provides', from: b, to: d, label: d, path: b, evidence: [] },
      {
        kind: 'affects',
        from: c,
        to: d,
        label: c,
        evidence: [],
        witness: {
          facts: [{ label: a, value: a }],
          runs: [{ heading: a, calls: [{ tool: a, arguments: a, outcome: 'refused' }] }],
        },
      },
    ],
  }
}

/** A tool of the environment 'one' that reads. */
export function drawnTool(name: string, needs: readonly Need[] = []): DrawnTool {
  return { name, environment: 'one', description: `Does ${name}.`, effect: 'read', parameters: [], needs, facts: [] }
}

/** A need that any of these alternatives meets. */
export function need(...alternatives: readonly (readonly string[])[]): Need {
  return { kind: 'enables', label: 'state', alternatives }
}
