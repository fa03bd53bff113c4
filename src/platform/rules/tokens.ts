import { RuleError } from './problem.ts'

export type Token =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'name'; value: string; at: number }
  | { kind: 'sign'; value: string; at: number }
  | { kind: 'end'; value: ''; at: number }

/** Longest a rule may be. A package that needs more is doing a program's work. */
export const LONGEST = 2_000

// Sticky, so that each rule starts exactly where the last one ended; no alternative can match the same text twice.
const SPACE = /[\s\u00a0]*/y
const NUMBER = /\d+(?:\.(?!\.)\d+)?/y
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy
const TEXT = /"((?:[^"\\]|\\["\\nt])*)"/y
const SIGN = /\.\.|!=|<=|>=|[-+*/=<>()[\],.]/y

const ESCAPES: Record<string, string> = { n: '\n', t: '\t' }

/** Cuts a rule into words. Throws RuleError with the place of what it cannot read. */
export function tokenize(source: string): Token[] {
  if (source.length > LONGEST) throw new RuleError(LONGEST, `the rule is longer than ${LONGEST} characters`)
  const text = source.normalize('NFC')
  const tokens: Token[] = []
  let at = skip(text, 0)
  while (at < text.length) {
    const [token, end] = next(text, at)
    tokens.push(token)
    at = skip(text, end)
  }
  tokens.push({ kind: 'end', value: '', at: text.length })
  return tokens
}

function skip(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.[0].length ?? 0)
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function next(text: string, at: number): [Token, number] {
  const number = match(NUMBER, text, at)?.[0]
  if (number) return [{ kind: 'number', value: readNumber(number, at), at }, at + number.length]
  const name = match(NAME, text, at)?.[0]
  if (name) return [{ kind: 'name', value: name, at }, at + name.length]
  const quoted = match(TEXT, text, at)
  if (quoted) {
    const value = (quoted[1] ?? '').replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter)
    return [{ kind: 'text', value, at }, at + quoted[0].length]
  }
  const sign = match(SIGN, text, at)?.[0]
  if (sign) return [{ kind: 'sign', value: sign, at }, at + sign.length]
  if (text[at] === '"') throw new RuleError(at, 'this text has no closing quotation mark')
  throw new RuleError(at, `“${String.fromCodePoint(text.codePointAt(at) ?? 0)}” does not belong in a rule`)
}

function readNumber(text: string, at: number): number {
  const value = Number(text)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new RuleError(at, 'the number is too large to be exact')
  return value
}
