import { checkRule, type RuleProblem } from '#platform/rules/index.ts'
import { type QuestionDefinition, questionsOf, type ServicePackage } from '#rooms/forms/index.ts'
import type { Problem } from './problem.ts'

/** Collects what is wrong; a place is said as people find it in the file. */
export class Finder {
  readonly problems: Problem[] = []

  add(where: string, message: string): void {
    this.problems.push({ where, message })
  }

  rule(where: string, source: string | undefined, names: Iterable<string>): void {
    if (source === undefined) return
    const told = ({ at, message }: RuleProblem) => this.add(where, `${message}, at ${at + 1} in: ${source}`)
    checkRule(source, names).forEach(told)
  }

  unique(where: string, ids: readonly string[]): void {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
    for (const id of new Set(twice)) this.add(where, `“${id}” is there twice`)
  }
}

/** Rules may look back only, ids are unique, files name documents of the service, checks stand at a question of their step. */
export function checkForm({ form, service }: ServicePackage, found: Finder): void {
  const known: string[] = ['applicant.kind']
  const documents = new Set(service.documents.map(({ id }) => id))
  found.unique(
    'form steps',
    form.steps.map(({ id }) => id),
  )
  found.unique(
    'form questions',
    questionsOf(form).map(({ id }) => id),
  )
  for (const step of form.steps) {
    const at = `form step ${step.id}`
    found.rule(`${at} when`, step.when, known)
    for (const question of step.questions) {
      checkQuestion(question, { at: `${at} question ${question.id}`, known, documents }, found)
      if (question.kind !== 'note') known.push(question.id)
    }
    const here = new Set(step.questions.map(({ id }) => id))
    for (const check of step.checks ?? []) {
      found.rule(`${at} check at ${check.at}`, check.rule, known)
      if (!here.has(check.at)) found.add(`${at} check`, `“${check.at}” is no question of this step`)
    }
  }
}

interface Around {
  at: string
  known: readonly string[]
  documents: ReadonlySet<string>
}

function checkQuestion(question: QuestionDefinition, { at, known, documents }: Around, found: Finder): void {
  found.rule(`${at} when`, question.when, known)
  if (question.kind === 'note') return
  if (typeof question.required === 'string') found.rule(`${at} required`, question.required, known)
  if (question.kind === 'file' && !documents.has(question.document)) {
    found.add(at, `the service has no document “${question.document}”`)
  }
  if ('options' in question && typeof question.options !== 'string') {
    found.unique(
      `${at} options`,
      question.options.map(({ value }) => value),
    )
  }
  if (
    (question.kind === 'number' || question.kind === 'money') &&
    (question.min ?? 0) > (question.max ?? Number.MAX_SAFE_INTEGER)
  ) {
    found.add(at, 'the least is more than the most')
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
