import { FUNCTIONS } from './functions.ts'
import type { RuleProblem } from './problem.ts'
import type { Node, Range } from './syntax.ts'

/** How many `some`/`every` may stand inside one another: with lists of 1,000 that is a million looks at most. */
const QUANTIFIERS = 2

interface Found {
  problems: RuleProblem[]
  /** Names of the context that the rule reads. */
  names: Set<string>
}

/**
 * Everything that can be wrong with a rule before it meets any data. `known` holds names (`married`) and paths
 * (`applicant.kind`); a name with paths may only be read by one of them.
 */
export function check(tree: Node, known: ReadonlySet<string>): Found {
  const found: Found = { problems: [], names: new Set() }
  visit(tree, { found, known, local: [] })
  return found
}

interface Looking {
  found: Found
  known: ReadonlySet<string>
  local: readonly string[]
}

function visit(node: Node, looking: Looking): void {
  if (node.is === 'name') visitName(node, [], looking)
  else if (node.is === 'path') visitPath(node, looking)
  else if (node.is === 'some' || node.is === 'every') visitQuantified(node, looking)
  else {
    if (node.is === 'call') visitCall(node, looking)
    for (const child of children(node)) visit(child, looking)
  }
}

function children(node: Node | Range): Node[] {
  switch (node.is) {
    case 'call':
      return node.args
    case 'list':
      return node.items
    case 'negative':
    case 'path':
      return [node.of]
    case 'within':
      return [node.value, node.range.from, node.range.to]
    case 'among':
      return [node.value, ...node.choices.flatMap((choice) => (choice.is === 'range' ? children(choice) : [choice]))]
    case 'range':
      return [node.from, node.to]
    case 'if':
      return [node.condition, node.yes, node.no]
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [node.left, node.right]
    case 'some':
    case 'every':
      return [node.list, node.test]
    default:
      return []
  }
}

function visitName(node: { name: string; at: number }, path: string[], { found, known, local }: Looking): void {
  if (local.includes(node.name)) return
  const paths = known.has(node.name) ? [] : pathsUnder(node.name, known)
  if (!known.has(node.name) && paths.length === 0) {
    const roots = new Set([...known].map((one) => one.split('.')[0] ?? ''))
    found.problems.push({ at: node.at, message: `nothing is called “${node.name}”${suggest(node.name, roots)}` })
    return
  }
  found.names.add(node.name)
  const wanted = path.join('.')
  const exists = paths.length === 0 || paths.some((one) => one === wanted || one.startsWith(`${wanted}.`))
  if (wanted && !exists) found.problems.push({ at: node.at, message: `“${node.name}” has no “${wanted}”` })
}

function pathsUnder(name: string, known: ReadonlySet<string>): string[] {
  const start = `${name}.`
  return [...known].filter((one) => one.startsWith(start)).map((one) => one.slice(start.length))
}

function visitPath(node: Node & { is: 'path' }, looking: Looking): void {
  const path: string[] = []
  let root: Node = node
  while (root.is === 'path') {
    path.unshift(root.key)
    root = root.of
  }
  if (root.is === 'name') visitName(root, path, looking)
  else visit(root, looking)
}

function visitCall(node: Node & { is: 'call' }, { found }: Looking): void {
  const definition = FUNCTIONS.get(node.name)
  if (!definition) {
    const message = `no function is called “${node.name}”${suggest(node.name, FUNCTIONS.keys())}`
    found.problems.push({ at: node.at, message })
    return
  }
  const [least, most] = definition.takes
  if (node.args.length < least || node.args.length > most) {
    const wanted = least === most ? `${least}` : `${least} or more`
    found.problems.push({ at: node.at, message: `“${node.name}” takes ${wanted}, not ${node.args.length}` })
  }
  const [first] = node.args
  if (node.name === 'date' && first?.is === 'literal' && definition.run([first.value], undefined) === null) {
    found.problems.push({ at: node.at, message: `“${String(first.value)}” is not a day; write date("2026-11-25")` })
  }
}

function visitQuantified(node: Node & { is: 'some' | 'every' }, looking: Looking): void {
  visit(node.list, looking)
  const local = [...looking.local, node.name]
  if (local.length > QUANTIFIERS) {
    looking.found.problems.push({ at: 0, message: `“${node.is}” stands inside more than ${QUANTIFIERS} others` })
  }
  visit(node.test, { ...looking, local })
}

function suggest(name: string, known: Iterable<string>): string {
  const near = [...known].find((other) => distanceAtMostTwo(name.toLowerCase(), other.toLowerCase()))
  return near ? `; did you mean “${near}”?` : ''
}

function distanceAtMostTwo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const above = row
    row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same))
    }
  }
  return (row.at(-1) ?? 9) <= 2
}
