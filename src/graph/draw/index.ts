export { drawDeclared } from './declared.js'
export type {
  Drawing,
  DrawnCall,
  DrawnKind,
  DrawnParameter,
  DrawnRelation,
  DrawnTool,
  DrawnWitness,
  Fact,
} from './drawing.js'
export { type Drawable, toDot, toHtml, toMermaid } from './formats.js'
export { drawInferred } from './inferred.js'
