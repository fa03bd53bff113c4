import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedText } from '#platform/http/index.ts'
import type { WordEntry } from '../../search/lexicon.ts'
import type { WordsProblem } from '../../search/words.ts'
import type { vi } from './search-words.vi.ts'

export type Kind = WordEntry['kind']

/** The form as it was filled in, to be shown again. */
export interface Typed {
  kind: Kind
  said: string
  when: string
  unless: string
  means: string
  codes: string
  test: string
  seen: number
}

const LONGEST = 8_000

export function typedOf(request: FastifyRequest): Typed {
  const text = (name: string) => postedText(request, name).normalize('NFC').slice(0, LONGEST)
  const seen = Number(text('seen') || 0)
  return {
    kind: text('kind') === 'situation' ? 'situation' : 'phrase',
    ...{ said: text('said'), when: text('when'), unless: text('unless') },
    ...{ means: text('means'), codes: text('codes'), test: text('test').trim().slice(0, 200) },
    seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0,
  }
}

const parts = (text: string, by: RegExp) => {
  const clean = text.split(by).map((one) => one.trim().replace(/\s+/g, ' '))
  return [...new Set(clean.filter((one) => one !== ''))]
}

export function entryOf({ kind, said, when, unless, means, codes }: Typed): WordEntry {
  const common = { means: means.trim().replace(/\s+/g, ' '), codes: parts(codes, /[\s,;]+/) }
  if (kind === 'phrase') return { kind, said: parts(said, /\n/), ...common }
  const groups = parts(when, /\n/).map((line) => parts(line, /[,;]/))
  return { kind, when: groups.filter((group) => group.length > 0), unless: parts(unless, /[,;\n]/), ...common }
}

/** An entry as the form shows it. */
export function typedFrom(entry: WordEntry, { seen, test = '' }: { seen: number; test?: string }): Typed {
  const { kind, means, codes } = entry
  const common = { kind, means, codes: codes.join(', '), test, seen }
  if (entry.kind === 'phrase') return { ...common, said: entry.said.join('\n'), when: '', unless: '' }
  const when = entry.when.map((group) => group.join(', ')).join('\n')
  return { ...common, said: '', when, unless: entry.unless.join(', ') }
}

export function nothingTyped(kind: Kind, said: string): Typed {
  return { kind, said, when: '', unless: '', means: '', codes: '', test: said, seen: 0 }
}

const FIELDS: Record<WordsProblem, string> = {
  said: 'said',
  'said-long': 'said',
  when: 'when',
  means: 'means',
  codes: 'codes',
  many: 'means',
}

export function errorsFor(problems: readonly WordsProblem[], says: (typeof vi)['problems']): FieldError[] {
  return problems.map((problem) => ({ field: FIELDS[problem], message: says[problem] }))
}

/** What is searched to show the change: as typed, or the first way of saying it. */
export function testOf({ test }: Typed, entry: WordEntry): string {
  if (test !== '') return test
  return entry.kind === 'phrase' ? (entry.said[0] ?? '') : entry.when.map(([one = '']) => one).join(' ')
}
