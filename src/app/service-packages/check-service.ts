import { DomainError } from '#kernel/errors.ts'
import { parseLimit } from '#rooms/deadlines/index.ts'
import { questionsOf, type ServicePackage, serviceNames } from '#rooms/forms/index.ts'
import type { Finder } from './check-form.ts'

/** Cases, papers, fees and competence: rules know their names, limits can be counted, the last case always applies. */
export function checkService(given: ServicePackage, found: Finder): void {
  const names = serviceNames(given.form)
  const { service, procedure } = given
  if (service.code !== procedure.code)
    found.add('procedure', `its code is ${procedure.code}, the service's ${service.code}`)
  if (service.level === 'partial' && !(service.partialCause && service.partialReason))
    found.add('service', 'level “partial” needs a partialCause and a partialReason, its provision of law')
  if (service.validTo && service.validTo <= service.validFrom) found.add('service', 'it ends before it begins')
  checkCases(given, names, found)
  checkDocuments(given, names, found)
  checkFees(given, names, found)
  checkCompetent(given, names, found)
}

type Names = readonly string[]

function checkCases({ service }: ServicePackage, names: Names, found: Finder): void {
  found.unique(
    'service cases',
    service.cases.map(({ code }) => code),
  )
  for (const one of service.cases) {
    found.rule(`service case ${one.code} when`, one.when, names)
    checkLimit(`service case ${one.code}`, one.limit, found)
  }
  if (service.cases.at(-1)?.when !== undefined)
    found.add('service cases', 'the last case has a rule, so that none may apply')
}

export function checkLimit(where: string, limit: string | undefined, found: Finder): void {
  if (limit === undefined) return
  try {
    parseLimit(limit)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    found.add(where, `“${limit}” is no time limit: 4h, 3wd, 0wd, 30d, 2mo`)
  }
}

function checkDocuments({ service, form }: ServicePackage, names: Names, found: Finder): void {
  found.unique(
    'service documents',
    service.documents.map(({ id }) => id),
  )
  const asked = new Set(questionsOf(form).flatMap((question) => (question.kind === 'file' ? [question.document] : [])))
  for (const { id, when, by } of service.documents) {
    found.rule(`service document ${id} when`, when, names)
    if (by === 'upload' && !asked.has(id))
      found.add(`service document ${id}`, 'no question of the form takes this file')
  }
}

function checkFees({ service, form }: ServicePackage, names: Names, found: Finder): void {
  found.unique(
    'service fees',
    service.fees.map(({ id }) => id),
  )
  const numbers = new Set(questionsOf(form).flatMap(({ id, kind }) => (kind === 'number' ? [id] : [])))
  for (const { id, when, amount, each, rates, exemptions = [] } of service.fees) {
    found.rule(`service fee ${id} when`, when, names)
    found.rule(`service fee ${id} amount`, amount, rates ? [...names, 'rate'] : names)
    if (each && !(numbers.has(each.question) && amount.includes(each.question)))
      found.add(`service fee ${id} each`, `“${each.question}” is no number that the amount grows with`)
    for (const exemption of exemptions) found.rule(`service fee ${id} exemption ${exemption.id}`, exemption.when, names)
  }
}

function checkCompetent({ service, form }: ServicePackage, names: Names, found: Finder): void {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  for (const [index, { when, unit }] of service.competent.entries()) {
    const at = `service competent[${index}]`
    found.rule(`${at} when`, when, names)
    if (unit.by !== 'answer') continue
    const question = questions.get(unit.question)
    const isUnit = question && 'options' in question && question.options === 'communes'
    if (!isUnit) found.add(at, `“${unit.question}” is no question whose answer is a unit (options "communes")`)
  }
}
