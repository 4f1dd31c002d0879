/** Why somebody sits in front of their folders; `{project}` and the like come from the cast. */
export const SITUATIONS: readonly string[] = [
  "I'm clearing my desk before {project} starts.",
  'My laptop goes in for repair tonight and I want things in order.',
  '{colleague} takes over from me next week and should not inherit a mess.',
  "We're preparing {project} and some of the paperwork is mine.",
  "I've been away for a month and hardly remember what I left behind.",
  'The auditors of {organisation} drop in tomorrow.',
  'I promised {colleague} an update on {project} before lunch.',
  'There was a mix-up with two of my documents and I would like it sorted out.',
  "It's the last day before my holiday and a few loose ends are left.",
  'The {team} team is moving to a shared drive, so I am going through everything I have.',
  'My notes have grown wild over the past year.',
  "I'm putting together the papers for {project}.",
  'Somebody at {organisation} asked me for details that I only have in writing.',
  'Every spring I go through my folders once, and today is the day.',
  "I can't afford another mistake with {project}, so I'm checking my own work.",
  'A call with {colleague} starts in ten minutes and I am not prepared at all.',
]
