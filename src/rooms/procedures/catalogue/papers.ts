import type { Paper, PaperGroup } from '../record.ts'
import { cleanName } from './clean-text.ts'
import type { ConflictSink } from './conflict.ts'
import { listOf, objectOf, textOf } from './source.ts'

/** Papers by case. A row with no original and no copy is the publisher's remark, not a paper (the portal shows it so). */
export function papersOf(source: unknown, report: ConflictSink): PaperGroup[] {
  const groups = listOf(source).map((group) => paperGroup(group, report))
  const rows = listOf(source).flatMap((group) => listOf(group.profileComponents))
  if (rows.length > 0 && rows.every((row) => row.required === false)) {
    report('required-never-set', 'executionCases.profileComponents.required', false, `${rows.length} papers`)
  }
  return groups.filter(({ papers, notes }) => papers.length > 0 || notes.length > 0)
}

function paperGroup(group: Record<string, unknown>, report: ConflictSink): PaperGroup {
  const papers: Paper[] = []
  const notes: string[] = []
  const seen = new Set<string>()

  for (const row of listOf(group.profileComponents)) {
    const paper = paperOf(row)
    if (paper.name === '') {
      report('paper-without-name', 'executionCases.profileComponents.name', paper.code)
      continue
    }
    if (paper.originals + paper.copies === 0) {
      notes.push(paper.name)
      continue
    }
    if (paper.code === '') report('paper-without-code', 'executionCases.profileComponents.code', '', paper.name)
    const key = `${paper.code}\n${paper.name}`
    if (seen.has(key)) report('paper-twice', 'executionCases.profileComponents', paper.code, paper.name)
    else papers.push(paper)
    seen.add(key)
  }
  return { name: groupName(textOf(group.name)), papers, notes }
}

/** `* Lưu ý:` and `* Giấy tờ phải nộp:` keep their words; a star and a colon are not part of them. */
function groupName(name: string): string {
  return cleanName(name)
}

function paperOf(row: Record<string, unknown>): Paper {
  return {
    code: cleanName(row.code),
    name: cleanName(row.name),
    originals: quantity(row.originalQty),
    copies: quantity(row.copyQty),
    electronicForm: row.hasElectronicForm === true,
    forms: listOf(row.attachments)
      .map((file) => cleanName(objectOf(file).fileName))
      .filter(Boolean),
  }
}

function quantity(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
}
