import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedList, postedText } from '#platform/http/index.ts'
import type { ListedPaper } from '../../slips.ts'
import { PAPER_KINDS, type PaperRow } from './intake.ts'
import type { vi } from './intake.vi.ts'

/** The same rows as the officer filled them in. The last row is for a paper nobody expected. */
export function postedPapers(request: FastifyRequest, expected: readonly PaperRow[]): PaperRow[] {
  const ticked = new Set(postedList(request, 'papers'))
  const row = (name: string, index: number): PaperRow => ({
    name,
    ticked: ticked.has(String(index)),
    kind: postedText(request, `kind-${index}`),
    copies: postedText(request, `copies-${index}`),
  })
  const other = postedText(request, 'other').slice(0, 300)
  const rows = expected.map(({ name }, index) => row(name, index))
  return other ? [...rows, { ...row(other, expected.length), ticked: true }] : rows
}

function isKind(text: string): text is ListedPaper['kind'] {
  return PAPER_KINDS.some((kind) => kind === text)
}

/** The ticked papers as the slip lists them, or what is wrong. */
export function checkPapers(rows: readonly PaperRow[], t: typeof vi): { papers: ListedPaper[]; errors: FieldError[] } {
  const papers: ListedPaper[] = []
  const errors: FieldError[] = []
  rows.forEach(({ name, ticked, kind, copies }, index) => {
    if (!ticked) return
    if (!isKind(kind)) errors.push({ field: `kind-${index}`, message: t.errors.kind(name) })
    if (!/^[1-9]\d?$/.test(copies)) errors.push({ field: `copies-${index}`, message: t.errors.copies(name) })
    if (isKind(kind)) papers.push({ name, kind, copies: Number(copies) })
  })
  return { papers, errors }
}
