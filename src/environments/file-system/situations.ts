/** Why somebody sits in front of their folders; `{project}` and the like come from the cast. */
export const SITUATIONS: readonly string[] = [
  "I'm tidying up my files.",
  '{colleague} takes over my files next week.',
  "I'm getting the paperwork for {project} in order.",
]
