/** Why somebody sits in front of their folders; `{project}` and the like come from the cast. */
export const SITUATIONS: readonly string[] = [
  "I'm tidying up my files this afternoon.",
  '{colleague} takes over my files next week.',
  "I'm getting the paperwork for {project} in order.",
  'The {team} team is moving to a shared drive soon.',
  "We're getting ready for {project}.",
  'Quick one while I sort out my folders.',
  "I'm doing some spring cleaning on my laptop.",
  'Hi there.',
  'Morning!',
  'Hey, file question.',
]
