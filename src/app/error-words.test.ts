import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectPath } from '#platform/config/index.ts'
import { sayNotSigned } from '#rooms/dossiers/index.ts'
import { sayRefusal } from './error-page.tsx'
import { en } from './error-words.en.ts'
import { vi } from './error-words.vi.ts'

/** What the frame says for the status alone, because nothing better can be said. */
const BY_STATUS = new Set([
  'http.bad-request',
  'http.fault',
  'http.file-too-large',
  'http.forbidden',
  'http.invalid',
  'http.media-type',
  'http.not-found',
  'http.stale-form',
  'http.too-large',
  'http.too-many',
])

const CODE = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g

/** The text between a bracket and the one that closes it. */
function inBrackets(source: string, open: number): string {
  let depth = 0
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
    if (depth === 0) return source.slice(open + 1, at)
  }
  throw new Error(`a bracket is not closed: ${source.slice(open, open + 60)}`)
}

/** The codes of every refusal made in a file; none for one that carries a code it was given. */
function codesIn(file: string): { file: string; codes: string[] }[] {
  const source = readFileSync(join(projectPath('src'), file), 'utf8')
  const made = [...source.matchAll(/new (?:DomainError|NotFound|Forbidden|Conflict|Unauthenticated)(?=\()/g)]
  return made
    .map((found) => inBrackets(source, found.index + found[0].length))
    .filter((given) => given !== '')
    .map((given) => ({ file, codes: [...given.matchAll(CODE)].map(([, code = '']) => code) }))
}

const made = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|testing\.ts$/.test(file))
  .flatMap(codesIn)
// `motcua demo` says its own refusals, and nothing else can meet them.
const codes = [...new Set(made.flatMap((one) => one.codes))].filter((code) => !code.startsWith('demo.')).sort()

test('every refusal in the source carries a code that can be read in the source', () => {
  expect(made.length).toBeGreaterThan(60)
  expect(made.filter((one) => one.codes.length === 0).map(({ file }) => file)).toEqual([])
})

/** Why a signature may not come, as the signing room writes it down. */
const notSigned = readdirSync(projectPath('src/rooms/signatures'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!test)\.ts$/.test(file))
  .map((file) => readFileSync(join(projectPath('src/rooms/signatures'), file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/(?:SigningProblem|problem)\('([a-z-]+)'/g)].map(([, code = '']) => code))

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const words = language === 'vi' ? vi : en

  test('R-231: a refusal says what happened and what to do now, and nothing technical', () => {
    const wordless = codes.filter((code) => !BY_STATUS.has(code) && !(code in words))
    expect(wordless).toEqual([])
    for (const code of Object.keys(words)) {
      const said = sayRefusal({ code, facts: { status: 'withdrawn' } }, language)
      expect(said?.title, code).toMatch(/^\p{Lu}[^.!]*$/u)
      expect(said?.message, code).toMatch(/^\p{Lu}.+\.$/u)
      expect(`${said?.title} ${said?.message}`, code).not.toMatch(/undefined|!|vui lòng|please/i)
    }
  })

  test('no words are kept for what nobody says any more', () => {
    expect(Object.keys(words).filter((code) => !codes.includes(code))).toEqual([])
  })

  test('R-084: the log says in words why a signature did not come', () => {
    expect(notSigned.length).toBeGreaterThan(8)
    const reasons = [...notSigned, 'refused', 'expired', 'unreachable', 'unknown-user']
    expect(reasons.filter((code) => /^(mã lý do|reason code)/i.test(sayNotSigned(code, language)))).toEqual([])
  })

  test('what cannot be done now says where the dossier stands', () => {
    const said = sayRefusal({ code: 'dossiers.not-possible-now', facts: { status: 'withdrawn' } }, language)
    expect(said?.message).toContain(language === 'vi' ? '“Đã rút”' : '“Withdrawn”')
  })
})
