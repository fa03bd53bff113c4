import { FUNCTIONS } from './functions.ts'
import { RuleError } from './problem.ts'
import type { Arithmetic, Comparison, Node, Range } from './syntax.ts'
import { type Token, tokenize } from './tokens.ts'

/** How deep a rule may be nested: well under what a browser's stack holds, well over what anyone can read. */
const DEEPEST = 32

const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])
const KEYWORDS: ReadonlySet<string> = new Set(
  'and or if then else in between some every satisfies true false null'.split(' '),
)
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Reads a rule into a tree. Throws RuleError. */
export function parse(source: string): Node {
  const parser = new Parser(tokenize(source))
  return parser.whole()
}

class Parser {
  readonly #tokens: Token[]
  #index = 0
  #depth = 0

  constructor(tokens: Token[]) {
    this.#tokens = tokens
  }

  whole(): Node {
    if (this.#ended()) throw new RuleError(0, 'the rule is empty')
    const node = this.#expression()
    if (!this.#ended()) this.#unexpected()
    return node
  }

  get #now(): Token {
    return this.#tokens[this.#index] ?? { kind: 'end', value: '', at: 0 }
  }

  #ended(): boolean {
    return this.#now.kind === 'end'
  }

  #peek(ahead: number): Token | undefined {
    return this.#tokens[this.#index + ahead]
  }

  #unexpected(wanted?: string): never {
    const { kind, value, at } = this.#now
    const found = kind === 'end' ? 'the rule ends here' : `“${value}” does not fit here`
    throw new RuleError(at, wanted ? `${found}; ${wanted} is expected` : found)
  }

  #is(value: string): boolean {
    const token = this.#now
    return (token.kind === 'sign' || token.kind === 'name') && token.value === value
  }

  #take(value: string): boolean {
    if (!this.#is(value)) return false
    this.#index += 1
    return true
  }

  #expect(value: string): void {
    if (!this.#take(value)) this.#unexpected(`“${value}”`)
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new RuleError(this.#now.at, `the rule is nested more than ${DEEPEST} deep`)
    const result = read()
    this.#depth -= 1
    return result
  }

  #expression(): Node {
    return this.#nested(() => {
      if (this.#take('if')) return this.#choice()
      if (this.#is('some') || this.#is('every')) return this.#quantified()
      return this.#either()
    })
  }

  #choice(): Node {
    const condition = this.#expression()
    this.#expect('then')
    const yes = this.#expression()
    this.#expect('else')
    return { is: 'if', condition, yes, no: this.#expression() }
  }

  #quantified(): Node {
    const is = this.#take('some') ? 'some' : 'every'
    if (is === 'every') this.#expect('every')
    const name = this.#name()
    this.#expect('in')
    const list = this.#expression()
    this.#expect('satisfies')
    return { is, name, list, test: this.#expression() }
  }

  #name(): string {
    const token = this.#now
    if (token.kind !== 'name' || KEYWORDS.has(token.value)) this.#unexpected('a name')
    this.#index += 1
    return String(token.value)
  }

  #either(): Node {
    let left = this.#both()
    while (this.#take('or')) left = { is: 'or', left, right: this.#both() }
    return left
  }

  #both(): Node {
    let left = this.#comparison()
    while (this.#take('and')) left = { is: 'and', left, right: this.#comparison() }
    return left
  }

  #comparison(): Node {
    const left = this.#sum()
    if (COMPARISONS.has(String(this.#now.value)) && this.#now.kind === 'sign') {
      const sign = this.#now.value as Comparison
      this.#index += 1
      const right = this.#sum()
      if (this.#now.kind === 'sign' && COMPARISONS.has(this.#now.value)) this.#unexpected('one comparison at a time')
      return { is: 'compare', sign, left, right }
    }
    if (this.#take('between')) {
      const from = this.#sum()
      this.#expect('and')
      return { is: 'within', value: left, range: { is: 'range', from, to: this.#sum(), includes: [true, true] } }
    }
    return this.#take('in') ? this.#membership(left) : left
  }

  #membership(value: Node): Node {
    const range = this.#range()
    if (range) return { is: 'within', value, range }
    if (this.#is('(')) {
      this.#index += 1
      const choices = this.#until(')', () => this.#range() ?? this.#expression())
      return { is: 'among', value, choices }
    }
    return { is: 'among', value, choices: [this.#sum()] }
  }

  /** `[a..b]`, `(a..b]`, `]a..b[`: only when two dots follow, otherwise nothing is taken. */
  #range(): Range | undefined {
    const start = this.#index
    const opening = this.#now.value
    if (this.#now.kind !== 'sign' || (opening !== '[' && opening !== '(' && opening !== ']')) return undefined
    this.#index += 1
    if (!this.#dotsAhead(start + 1)) {
      this.#index = start
      return undefined
    }
    const from = this.#nested(() => this.#sum())
    this.#expect('..')
    const to = this.#nested(() => this.#sum())
    const closing = this.#now.value
    if (closing !== ']' && closing !== ')' && closing !== '[') this.#unexpected('the end of the range')
    this.#index += 1
    return { is: 'range', from, to, includes: [opening === '[', closing === ']'] }
  }

  #dotsAhead(from: number): boolean {
    let open = 0
    for (let index = from; index < this.#tokens.length; index += 1) {
      const { kind, value } = this.#tokens[index] ?? { kind: 'end', value: '' }
      if (kind !== 'sign') continue
      if (value === '..' && open === 0) return true
      if (value === ',' && open === 0) return false
      if (value === '(' || value === '[') open += 1
      if (value === ')' || value === ']') open -= 1
      if (open < 0) return false
    }
    return false
  }

  #until<T>(closing: string, read: () => T): T[] {
    const items: T[] = []
    if (this.#take(closing)) return items
    do items.push(this.#nested(read))
    while (this.#take(','))
    this.#expect(closing)
    return items
  }

  #sum(): Node {
    let left = this.#product()
    while (this.#is('+') || this.#is('-')) left = this.#arithmetic(left, () => this.#product())
    return left
  }

  #product(): Node {
    let left = this.#signed()
    while (this.#is('*') || this.#is('/')) left = this.#arithmetic(left, () => this.#signed())
    return left
  }

  #arithmetic(left: Node, read: () => Node): Node {
    const sign = this.#now.value as Arithmetic
    this.#index += 1
    return { is: 'arithmetic', sign, left, right: read() }
  }

  #signed(): Node {
    if (this.#take('-')) return { is: 'negative', of: this.#nested(() => this.#signed()) }
    let node = this.#atom()
    while (this.#is('.')) {
      const { at } = this.#now
      this.#index += 1
      node = { is: 'path', of: node, key: this.#name(), at }
    }
    return node
  }

  #atom(): Node {
    const token = this.#now
    if (token.kind === 'number' || token.kind === 'text') {
      this.#index += 1
      return { is: 'literal', value: token.value }
    }
    if (this.#take('(')) {
      const node = this.#expression()
      this.#expect(')')
      return node
    }
    if (this.#take('[')) return { is: 'list', items: this.#until(']', () => this.#expression()) }
    if (token.kind !== 'name') this.#unexpected('a value')
    const literal = LITERALS.get(token.value)
    if (literal === undefined) return this.#named(token)
    this.#index += 1
    return { is: 'literal', value: literal }
  }

  /** FEEL's own functions have names of two words (`starts with`), so a call is looked for before a name. */
  #named(token: Token): Node {
    const second = this.#peek(1)
    const two = second?.kind === 'name' ? `${token.value} ${second.value}` : ''
    if (FUNCTIONS.has(two) && this.#opens(2)) return this.#call(two, 2)
    if (this.#opens(1)) return this.#call(String(token.value), 1)
    return { is: 'name', name: this.#name(), at: token.at }
  }

  #opens(ahead: number): boolean {
    const token = this.#peek(ahead)
    return token?.kind === 'sign' && token.value === '('
  }

  #call(name: string, words: number): Node {
    const { at } = this.#now
    this.#index += words + 1
    return { is: 'call', name, args: this.#until(')', () => this.#expression()), at }
  }
}
