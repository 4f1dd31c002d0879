import type { ApiGraph } from '../graph.js'
import type { RelationGraph } from '../infer/relation-graph.js'
import { drawDeclared } from './declared.js'
import { dotOf } from './dot.js'
import type { Drawing } from './drawing.js'
import { pageOf } from './html.js'
import { drawInferred } from './inferred.js'
import { mermaidOf } from './mermaid.js'

/** What can be drawn: an inferred graph, a declared one, or a drawing made by hand. */
export type Drawable = RelationGraph | ApiGraph | Drawing

/** The graph in Graphviz's DOT language. */
export function toDot(graph: Drawable): string {
  return dotOf(drawingOf(graph))
}

/** The graph as a Mermaid flowchart. */
export function toMermaid(graph: Drawable): string {
  return mermaidOf(drawingOf(graph))
}

/** The graph as one interactive page, which loads nothing and works from a file. */
export function toHtml(graph: Drawable): string {
  return pageOf(drawingOf(graph))
}

function drawingOf(graph: Drawable): Drawing {
  if ('schema' in graph) return drawInferred(graph)
  return 'relations' in graph ? graph : drawDeclared(graph)
}
