import type { Value } from './values.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'

/** A rule as a tree. `at` is kept where a later check may have something to say. */
export type Node =
  | { is: 'literal'; value: Value }
  | { is: 'name'; name: string; at: number }
  | { is: 'path'; of: Node; key: string; at: number }
  | { is: 'call'; name: string; args: Node[]; at: number }
  | { is: 'list'; items: Node[] }
  | { is: 'negative'; of: Node }
  | { is: 'arithmetic'; sign: Arithmetic; left: Node; right: Node }
  | { is: 'compare'; sign: Comparison; left: Node; right: Node }
  | { is: 'within'; value: Node; range: Range }
  | { is: 'among'; value: Node; choices: (Node | Range)[] }
  | { is: 'and' | 'or'; left: Node; right: Node }
  | { is: 'if'; condition: Node; yes: Node; no: Node }
  | { is: 'some' | 'every'; name: string; list: Node; test: Node }

export interface Range {
  is: 'range'
  from: Node
  to: Node
  /** Whether the ends belong to it. */
  includes: [boolean, boolean]
}
