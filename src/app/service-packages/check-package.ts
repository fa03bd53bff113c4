import {
  answerNames,
  expandForm,
  RESULT_FACTS,
  type ServicePackage,
  sayableNames,
  serviceNames,
  templateNames,
} from '#rooms/forms/index.ts'
import { checkEligibility } from './check-eligibility.ts'
import { checkCompared, checkForm, Finder } from './check-form.ts'
import { checkProcess } from './check-process.ts'
import { checkService } from './check-service.ts'
import type { Problem } from './problem.ts'
import type { PackageWithCheck } from './schema.ts'

/** The least number of examples a package carries. */
const EXAMPLES = 3

/**
 * Everything that can be wrong with a package before anybody uses it; empty when it may be tested and installed. That
 * it has the right shape and both languages, the schema has seen to when it was read.
 */
export function checkPackage(given: PackageWithCheck): Problem[] {
  const found = new Finder()
  checkForm(given, found)
  checkService(given, found)
  checkProcess(given, found)
  checkResult(given, found)
  checkLetters(given, found)
  checkExamples(given, found)
  checkEligibility(given.check, found)
  checkCompared(given, rulesOf(given), found)
  return found.problems
}

function checkResult({ result, form }: ServicePackage, found: Finder): void {
  const questions = answerNames(form)
  const fields = result.fields.map(({ id }) => id)
  const suggestable = new Set([...sayableNames(form), ...RESULT_FACTS])
  const known = new Set([...suggestable, ...fields])
  found.unique('result fields', [...fields, ...questions])
  for (const field of result.fields)
    checkTemplate(`result field ${field.id} suggest`, field.suggest ?? '', { known: suggestable, found })
  for (const [where, template] of Object.entries(templatesOf(result))) checkTemplate(where, template, { known, found })
  const names = serviceNames(form)
  result.paragraphs.forEach((line, index) => {
    found.rule(`result paragraphs[${index}] when`, line.when, names)
  })
  for (const row of result.tables.flatMap(({ rows }) => rows))
    found.rule(`result row ${row.label} when`, row.when, names)
  if (!templateNames(result.number).includes('seq'))
    found.add('result number', 'it has no {seq}: two results would share a number')
}

function templatesOf(result: ServicePackage['result']): Record<string, string> {
  const rows = result.tables.flatMap(({ rows }) => rows)
  return {
    'result title': result.title,
    'result subject': result.subject ?? '',
    'result number': result.number,
    ...Object.fromEntries(result.paragraphs.map(({ text }, index) => [`result paragraphs[${index}]`, text])),
    ...Object.fromEntries(rows.map(({ label, value }, index) => [`result row ${index} ${label}`, value])),
  }
}

interface Known {
  known: ReadonlySet<string>
  found: Finder
}

function checkTemplate(where: string, template: string, { known, found }: Known): void {
  for (const name of templateNames(template)) {
    if (!known.has(name)) found.add(where, `nothing is called {${name}}`)
  }
}

/** What the letter of a rejection may say besides. */
const OF_REJECTION = ['reason', 'owner', 'procedure']

function checkLetters({ letters, form, process }: ServicePackage, found: Finder): void {
  found.unique(
    'letters',
    letters.map(({ id }) => id),
  )
  const known = new Set([...sayableNames(form), ...RESULT_FACTS])
  for (const { id, title, paragraphs, paper } of letters) {
    const names = id === 'rejection' ? new Set([...known, ...OF_REJECTION]) : known
    const said = [title, ...paragraphs].flatMap(({ vi, en }) => [vi, en])
    for (const template of [...said, paper?.number ?? '', ...(paper?.recipients ?? [])])
      checkTemplate(`letter ${id}`, template, { known: names, found })
    if (paper && !templateNames(paper.number).includes('seq'))
      found.add(`letter ${id} number`, 'it has no {seq}: two papers would share a number')
  }
  const rejects = process.steps.some(({ actions }) => actions.some(({ kind }) => kind === 'reject'))
  if (rejects && !letters.some(({ id, paper }) => id === 'rejection' && paper))
    found.add('letters', 'the process may reject, and there is no letter “rejection” with the number of its paper')
}

function checkExamples({ examples, form }: ServicePackage, found: Finder): void {
  found.unique(
    'examples',
    examples.map(({ id }) => id),
  )
  if (examples.length < EXAMPLES) found.add('examples', `a package carries at least ${EXAMPLES} examples`)
  if (!examples.some(({ expect }) => (expect.errors ?? []).length > 0))
    found.add('examples', 'none of them shows an error')
  const known = new Set(answerNames(form))
  for (const { id, answers } of examples) {
    for (const name of Object.keys(answers)) {
      if (!known.has(name.replace(/--wrong$/, ''))) found.add(`example ${id}`, `nothing is called “${name}”`)
    }
  }
}

function rulesOf({ form, service, process, result }: ServicePackage): { where: string; source: string }[] {
  const rules: { where: string; source: string | undefined }[] = [
    ...expandForm(form).steps.flatMap(({ id, when, questions, checks = [] }) => [
      { where: `form step ${id}`, source: when },
      ...questions.map((question) => ({ where: `form question ${question.id}`, source: question.when })),
      ...checks.map((check) => ({ where: `form check at ${check.at}`, source: check.rule })),
    ]),
    ...service.cases.map(({ code, when }) => ({ where: `service case ${code}`, source: when })),
    ...service.documents.map(({ id, when }) => ({ where: `service document ${id}`, source: when })),
    ...service.competent.map(({ when }, index) => ({ where: `service competent[${index}]`, source: when })),
    ...service.fees.flatMap(({ id, when, exemptions = [] }) => [
      { where: `service fee ${id}`, source: when },
      ...exemptions.map((exemption) => ({
        where: `service fee ${id} exemption ${exemption.id}`,
        source: exemption.when,
      })),
    ]),
    ...process.steps.flatMap(({ id, actions }) =>
      actions.map(({ when }) => ({ where: `process step ${id}`, source: when })),
    ),
    ...result.paragraphs.map(({ when }) => ({ where: 'result paragraphs', source: when })),
    ...result.tables.flatMap(({ rows }) =>
      rows.map(({ label, when }) => ({ where: `result row ${label}`, source: when })),
    ),
  ]
  return rules.flatMap(({ where, source }) => (source === undefined ? [] : [{ where, source }]))
}
