import { checkRule, type RuleProblem } from '#platform/rules/index.ts'
import {
  expandForm,
  MOST_ROWS,
  NOT_COLUMNS,
  ONE_PAGE,
  type QuestionDefinition,
  questionsOf,
  RESULT_FACTS,
  type ServicePackage,
  type TableQuestion,
  type TextQuestion,
} from '#rooms/forms/index.ts'
import type { Problem } from './problem.ts'

const FACTS: ReadonlySet<string> = new Set(RESULT_FACTS)

/** Collects what is wrong; a place is said as people find it in the file. */
export class Finder {
  readonly problems: Problem[] = []
  /** Questions of the form that is looked at: one that a rule may not read yet is asked later. */
  later: ReadonlySet<string> = new Set()

  add(where: string, message: string): void {
    this.problems.push({ where, message })
  }

  rule(where: string, source: string | undefined, names: Iterable<string>): void {
    if (source === undefined) return
    const told = ({ at, message }: RuleProblem) =>
      this.add(where, `${this.#inOrder(message)}, at ${at + 1} in: ${source}`)
    checkRule(source, names).forEach(told)
  }

  /** Two questions that wait for each other would wait for ever, so a rule looks back only. */
  #inOrder(message: string): string {
    const [, name = ''] = /^nothing is called “([^”]*)”/.exec(message) ?? []
    return this.later.has(name) ? `“${name}” is not asked before this: a rule looks back only` : message
  }

  unique(where: string, ids: readonly string[]): void {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
    for (const id of new Set(twice)) this.add(where, `“${id}” is there twice`)
  }
}

/**
 * Rules may look back only, ids are unique, files name documents of the service, checks stand at a question of their
 * step. A rule that looks at itself or ahead would go in circles: it is refused with what it looked at and where.
 */
export function checkForm({ form, service }: ServicePackage, found: Finder): void {
  const known: string[] = ['applicant.kind']
  const documents = new Set(service.documents.map(({ id }) => id))
  const plain = expandForm(form)
  const all = questionsOf(form)
  found.unique(
    'form steps',
    plain.steps.map(({ id }) => id),
  )
  found.unique(
    'form questions',
    all.map(({ id }) => id),
  )
  found.later = new Set(all.map(({ id }) => id))
  for (const step of plain.steps) {
    const at = `form step ${step.id}`
    if (step.id === ONE_PAGE || step.id === 'check' || step.id === 'printout')
      found.add(at, `“${step.id}” is the address of another page`)
    found.rule(`${at} when`, step.when, known)
    for (const question of step.questions) {
      if (FACTS.has(question.id))
        found.add(`${at} question ${question.id}`, 'a fact of the result has this name, and would be said in its place')
      checkQuestion(question, { at: `${at} question ${question.id}`, known, documents, all }, found)
      if (question.kind !== 'note') known.push(question.id)
    }
    const here = new Set(step.questions.map(({ id }) => id))
    for (const check of step.checks ?? []) {
      found.rule(`${at} check at ${check.at}`, check.rule, known)
      if (!here.has(check.at)) found.add(`${at} check`, `“${check.at}” is no question of this step`)
    }
  }
  checkColumnsRead(form, found)
  found.later = new Set()
}

interface Around {
  at: string
  known: readonly string[]
  documents: ReadonlySet<string>
  all: readonly QuestionDefinition[]
}

function checkQuestion(question: QuestionDefinition, around: Around, found: Finder): void {
  const { at, known } = around
  found.rule(`${at} when`, question.when, known)
  if (question.kind === 'note') return
  if (typeof question.required === 'string') found.rule(`${at} required`, question.required, known)
  checkKind(question, around, found)
  if (question.kind === 'table') checkTable(question, around, found)
}

function checkKind(question: QuestionDefinition, around: Around, found: Finder): void {
  const { at, known, documents } = around
  if (question.kind === 'file' && !documents.has(question.document))
    found.add(at, `the service has no document “${question.document}”`)
  if (question.kind === 'radios' || question.kind === 'select' || question.kind === 'checkboxes')
    checkChoice(question, around, found)
  if (question.kind === 'calculated') found.rule(`${at} value`, question.value, known)
  if (question.kind === 'text') checkAgrees(question, around, found)
  const isFigure = question.kind === 'number' || question.kind === 'money'
  if (isFigure && (question.min ?? 0) > (question.max ?? Number.MAX_SAFE_INTEGER))
    found.add(at, 'the least is more than the most')
}

/** Lists that come from outside a form. */
const OUTSIDE: ReadonlySet<string> = new Set(['communes', 'provinces', 'all-communes'])

type Choice = Extract<QuestionDefinition, { kind: 'radios' | 'select' | 'checkboxes' }>

function checkChoice(question: Choice, { at, known }: Around, found: Finder): void {
  const { options } = question
  const of = question.kind === 'checkboxes' ? undefined : question.of
  if (of !== undefined && !known.includes(of)) found.add(at, `it depends on “${of}”, which is not asked before it`)
  if (typeof options === 'string') {
    if (!OUTSIDE.has(options)) found.add(at, `there is no list “${options}”`)
    return
  }
  found.unique(
    `${at} options`,
    options.map(({ value }) => value),
  )
  if (of !== undefined && options.some(({ within }) => within === undefined))
    found.add(at, `every option says within which answer of “${of}” it may be chosen`)
}

function checkAgrees({ agrees = {}, format }: TextQuestion, { at, known }: Around, found: Finder): void {
  for (const name of Object.values(agrees)) {
    if (!known.includes(name)) found.add(at, `it agrees with “${name}”, which is not asked before it`)
  }
  if (Object.keys(agrees).length > 0 && format !== 'identity-number')
    found.add(at, 'only a personal number agrees with other answers')
}

function checkTable(table: TableQuestion, around: Around, found: Finder): void {
  const { at } = around
  const columns: string[] = []
  const outside = new Set(around.all.map(({ id }) => id))
  found.unique(
    `${at} columns`,
    table.columns.map(({ id }) => id),
  )
  for (const column of table.columns) {
    const within = { ...around, at: `${at} column ${column.id}`, known: [...around.known, ...columns] }
    if (NOT_COLUMNS.has(column.id) || outside.has(column.id)) found.add(within.at, 'another thing has this name')
    checkQuestion(column, within, found)
    columns.push(column.id)
  }
  for (const check of table.checks ?? []) {
    found.rule(`${at} check at ${check.at}`, check.rule, [...around.known, ...columns])
    if (!columns.includes(check.at)) found.add(`${at} check`, `“${check.at}” is no column of this table`)
  }
  if ((table.min ?? 1) > (table.max ?? MOST_ROWS)) found.add(at, 'the least is more than the most')
}

/** `members.share` reads a column: a slip of the pen there would be null for ever. */
function checkColumnsRead(form: ServicePackage['form'], found: Finder): void {
  const tables = new Map(questionsOf(form).flatMap((one) => (one.kind === 'table' ? [[one.id, one] as const] : [])))
  if (tables.size === 0) return
  for (const [, name = '', column = ''] of JSON.stringify(form).matchAll(
    /\b([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z0-9]*)\b/g,
  )) {
    const table = tables.get(name)
    if (table && !table.columns.some(({ id }) => id === column))
      found.add(`form question ${name}`, `a rule reads “${name}.${column}”, and the table has no such column`)
  }
}

/** Answers that rules compare with a text must be among the options: a slip of the pen would make a rule that is never true. */
export function checkCompared(
  { form }: ServicePackage,
  sources: readonly { where: string; source: string }[],
  found: Finder,
): void {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  for (const { where, source } of sources) {
    for (const [, name = '', value = ''] of source.matchAll(/\b([A-Za-z]\w*)\s*!?=\s*"([^"]*)"/g)) {
      const question = questions.get(name)
      if (!question || !('options' in question) || typeof question.options === 'string') continue
      if (!question.options.some((option) => option.value === value)) {
        found.add(
          where,
          `“${name}” is never “${value}”; it is one of ${question.options.map((one) => one.value).join(', ')}`,
        )
      }
    }
  }
}
