import type { LocalDate } from '#kernel/local-date.ts'
import { FUNCTIONS } from './functions.ts'
import type { Arithmetic, Comparison, Node, Range } from './syntax.ts'
import { type Context, equal, exact, isList, order, own, plain, type Value } from './values.ts'

export interface Scope {
  context: Context
  today: LocalDate | undefined
  /** Names given by `some` and `every`. */
  local: Readonly<Record<string, Value>>
}

export type Evaluate = (scope: Scope) => Value

/** A longer list is not gone through: the answer is null. */
const LONGEST_LIST = 1_000

/** A tree becomes closures once; evaluating it then costs well under a microsecond, and nothing is ever interpreted as code. */
export function compile(node: Node): Evaluate {
  switch (node.is) {
    case 'literal':
      return () => node.value
    case 'name':
      return nameOf(node.name)
    case 'path':
      return pathOf(compile(node.of), node.key)
    case 'call':
      return callOf(node.name, node.args.map(compile))
    case 'list':
      return listOf(node.items.map(compile))
    case 'if':
      return choose(compile(node.condition), compile(node.yes), compile(node.no))
    case 'some':
    case 'every':
      return quantify(node, compile(node.list), compile(node.test))
    default:
      return compileOperator(node)
  }
}

type Operator = Extract<Node, { is: 'negative' | 'arithmetic' | 'compare' | 'within' | 'among' | 'and' | 'or' }>

function compileOperator(node: Operator): Evaluate {
  switch (node.is) {
    case 'negative':
      return negate(compile(node.of))
    case 'arithmetic':
      return arithmetic(node.sign, compile(node.left), compile(node.right))
    case 'compare':
      return compare(node.sign, compile(node.left), compile(node.right))
    case 'within':
      return within(compile(node.value), node.range)
    case 'among':
      return among(compile(node.value), node.choices)
    case 'and':
      return both(compile(node.left), compile(node.right))
    case 'or':
      return either(compile(node.left), compile(node.right))
  }
}

function nameOf(name: string): Evaluate {
  return ({ local, context }) => (Object.hasOwn(local, name) ? (local[name] ?? null) : own(context, name))
}

function pathOf(of: Evaluate, key: string): Evaluate {
  return (scope) => own(of(scope), key)
}

function callOf(name: string, args: Evaluate[]): Evaluate {
  const definition = FUNCTIONS.get(name)
  if (!definition) throw new Error(`unchecked function: ${name}`)
  return (scope) =>
    definition.run(
      args.map((arg) => arg(scope)),
      scope.today,
    )
}

function listOf(items: Evaluate[]): Evaluate {
  return (scope) => items.map((item) => item(scope))
}

function choose(condition: Evaluate, yes: Evaluate, no: Evaluate): Evaluate {
  return (scope) => (condition(scope) === true ? yes(scope) : no(scope))
}

function negate(of: Evaluate): Evaluate {
  return (scope) => {
    const value = of(scope)
    return typeof value === 'number' ? exact(-value) : null
  }
}

const ARITHMETIC: Record<Arithmetic, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}

function arithmetic(sign: Arithmetic, left: Evaluate, right: Evaluate): Evaluate {
  const run = ARITHMETIC[sign]
  return (scope) => {
    const one = left(scope)
    const other = right(scope)
    if (typeof one === 'number' && typeof other === 'number') return exact(run(one, other))
    return sign === '+' && typeof one === 'string' && typeof other === 'string' ? one + other : null
  }
}

const COMPARISONS: Record<Comparison, (left: Value, right: Value) => boolean | null> = {
  '=': equal,
  '!=': (left, right) => not(equal(left, right)),
  '<': (left, right) => test(order(left, right), (by) => by < 0),
  '<=': (left, right) => test(order(left, right), (by) => by <= 0),
  '>': (left, right) => test(order(left, right), (by) => by > 0),
  '>=': (left, right) => test(order(left, right), (by) => by >= 0),
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function test(by: number | null, passes: (by: number) => boolean): boolean | null {
  return by === null ? null : passes(by)
}

function compare(sign: Comparison, left: Evaluate, right: Evaluate): Evaluate {
  const run = COMPARISONS[sign]
  return (scope) => run(left(scope), right(scope))
}

function within(value: Evaluate, { from, to, includes }: Range): Evaluate {
  const low = compare(includes[0] ? '>=' : '>', value, compile(from))
  const high = compare(includes[1] ? '<=' : '<', value, compile(to))
  return both(low, high)
}

/** `x in (a, [b..c], list)`: a list among the choices stands for its items. */
function among(value: Evaluate, choices: (Node | Range)[]): Evaluate {
  const tests = choices.map((choice) =>
    choice.is === 'range' ? within(value, choice) : matches(value, compile(choice)),
  )
  return (scope) => tests.some((one) => one(scope) === true)
}

function matches(value: Evaluate, choice: Evaluate): Evaluate {
  return (scope) => {
    const wanted = value(scope)
    const offered = choice(scope)
    return isList(offered) ? offered.some((item) => equal(wanted, plain(item)) === true) : equal(wanted, offered)
  }
}

/** Three-valued: what is not known does not decide, unless the other side already has. */
function both(left: Evaluate, right: Evaluate): Evaluate {
  return (scope) => {
    const one = left(scope)
    if (one === false) return false
    const other = right(scope)
    if (other === false) return false
    return one === true && other === true ? true : null
  }
}

function either(left: Evaluate, right: Evaluate): Evaluate {
  return (scope) => {
    const one = left(scope)
    if (one === true) return true
    const other = right(scope)
    if (other === true) return true
    return one === false && other === false ? false : null
  }
}

function quantify({ is, name }: { is: 'some' | 'every'; name: string }, list: Evaluate, each: Evaluate): Evaluate {
  const decides = is === 'some'
  return (scope) => {
    const items = list(scope)
    if (!isList(items) || items.length > LONGEST_LIST) return null
    let known = true
    for (const item of items) {
      const verdict = each({ ...scope, local: { ...scope.local, [name]: plain(item) } })
      if (verdict === decides) return decides
      if (typeof verdict !== 'boolean') known = false
    }
    return known ? !decides : null
  }
}
