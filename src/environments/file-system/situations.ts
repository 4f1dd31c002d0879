/** Why somebody sits in front of their folders; `{project}` and the like come from the cast. */
export const SITUATIONS: readonly string[] = [
  "I'm tidying up my files this afternoon.",
  '{colleague} takes over my files next week.',
  "I'm getting the paperwork for {project} in order.",
  "I've been away for a month and I'm catching up.",
  'The {team} team is moving to a shared drive soon.',
  'I have a call with {colleague} in ten minutes.',
  "We're getting ready for {project}.",
  'Quick one while I sort out my folders.',
  'Last day before my holiday, just a few things left to do.',
  "I'm doing some spring cleaning on my laptop.",
]
