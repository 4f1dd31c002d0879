/** Kinds of things that are people. */
export const PEOPLE =
  /(?:^| )(?:user|member|customer|client|patient|employee|contact|author|person|student|teacher|driver|guest|owner|doctor|nurse|tenant|visitor|agent|manager|passenger|subscriber|player|colleague|worker|attendee|participant|buyer|seller|traveller|reader|writer|artist|trainer|coach|technician)$/

/** Kinds of things that are organisations. */
export const COMPANIES =
  /(?:^| )(?:company|supplier|vendor|organisation|organization|shop|store|brand|manufacturer|partner|publisher|employer|account)$/
