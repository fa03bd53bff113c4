import { formatNumber, type Language } from '#platform/i18n/index.ts'
import type { Document, IntakeProblem } from './document.ts'
import { en } from './problems.en.ts'
import { vi } from './problems.vi.ts'

const WORDS = { vi, en }
const MB = 1_048_576

/** `1,8 MB`, `230 KB` */
export function saySize(bytes: number, language: Language): string {
  if (bytes < MB / 10) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)), language)} KB`
  return `${formatNumber(Math.round((bytes / MB) * 10) / 10, language)} MB`
}

/** What is wrong and how to repair it, as it stands at the field. */
export function sayIntakeProblem(problem: IntakeProblem, language: Language): string {
  const t = WORDS[language]
  const { name } = problem
  switch (problem.code) {
    case 'empty':
      return t.empty(name)
    case 'too-large': {
      const limit = saySize(problem.limit, language)
      return problem.size === undefined
        ? t.tooLargeUnknown(name, limit)
        : t.tooLarge(name, saySize(problem.size, language), limit)
    }
    case 'wrong-type':
      return t.wrongType(name)
    case 'infected':
      return t.infected(name)
    case 'unreadable':
      return t.unreadable(name)
  }
}

export function sayScan(scan: Document['scan'], language: Language): string {
  return WORDS[language].scans[scan]
}
