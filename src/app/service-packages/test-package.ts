import { isDeepStrictEqual } from 'node:util'
import { localDateTime } from '#kernel/local-date.ts'
import { explainDeadline, parseLimit, stateCalendar } from '#rooms/deadlines/index.ts'
import {
  type Circumstances,
  caseFor,
  competentFor,
  compileService,
  documentsFor,
  type Example,
  type Filled,
  type FormContext,
  feesFor,
  type Journey,
  neededAssurance,
  resultText,
  type Service,
  type ServicePackage,
  validateAll,
  walk,
} from '#rooms/forms/index.ts'
import { followRoute } from './follow-route.ts'

/** What one example promised and what came of it; `wrong` is empty when it held. */
export interface ExampleResult {
  id: string
  name: string
  wrong: readonly Difference[]
}

export interface Difference {
  what: string
  expected: unknown
  actual: unknown
}

export type TestLists = NonNullable<FormContext['lists']>

/** Runs every example of a checked package through the real form, fees, clock and process. */
export function testPackage(given: ServicePackage, lists: TestLists = DEMONSTRATION_LISTS): ExampleResult[] {
  const service = compileService(given)
  return given.examples.map((example) => ({
    id: example.id,
    name: example.name.vi,
    wrong: differences(example, actualOf(service, example, lists)),
  }))
}

/** The communes of the demonstration province, so that a package is tested on any machine, without a database. */
const DEMONSTRATION_LISTS: TestLists = {
  communes: [
    { value: 'H99.12', label: { vi: 'xã Mẫu An', en: 'Mẫu An Commune' } },
    { value: 'H99.13', label: { vi: 'xã Mẫu Sơn', en: 'Mẫu Sơn Commune' } },
    { value: 'H99.14', label: { vi: 'phường Mẫu Trung', en: 'Mẫu Trung Ward' } },
  ],
  provinces: [{ value: '99', label: { vi: 'Tỉnh Mẫu', en: 'Sample Province' } }],
  'all-communes': [
    { value: '99012', label: { vi: 'Xã Mẫu An', en: 'Mẫu An Commune' }, within: '99' },
    { value: '99013', label: { vi: 'Xã Mẫu Sơn', en: 'Mẫu Sơn Commune' }, within: '99' },
    { value: '99014', label: { vi: 'Phường Mẫu Trung', en: 'Mẫu Trung Ward' }, within: '99' },
  ],
}

type Actual = Partial<Record<keyof Example['expect'], unknown>>

interface Run {
  service: Service
  example: Example
  journey: Journey
  context: FormContext
  circumstances: Circumstances
}

function actualOf(service: Service, example: Example, lists: TestLists): Actual {
  const filled: Filled = { answers: example.answers, documents: example.documents ?? {} }
  const context: FormContext = {
    today: example.today,
    lists,
    applicant: { kind: example.applicant.kind },
    ...(example.profile ? { profile: example.profile } : {}),
  }
  const journey = walk(service.form, filled, context)
  const circumstances: Circumstances = { channel: example.channel, agency: example.agency, on: example.today }
  const run: Run = { service, example, journey, context, circumstances }
  const errors = validateAll(service.form, filled, context)
  return {
    mayApply: mayApply(run),
    questions: journey.steps.flatMap(({ asked }) =>
      asked.filter((one) => one.definition.kind !== 'note').map(({ id }) => id),
    ),
    errors: errors.map(({ field, message }) => ({ field, message })),
    ...(errors.length === 0 ? consequencesOf(run) : {}),
  }
}

const RANK = { 'level-1': 1, 'level-2': 2, organisation: 2 } as const

function mayApply({ service, example }: Run): boolean {
  const needed = neededAssurance(service, example.applicant.kind)
  return needed !== undefined && RANK[example.applicant.assurance] >= RANK[needed]
}

function consequencesOf(run: Run): Actual {
  const { service, example, journey, circumstances } = run
  const found = caseFor(service, journey, circumstances)
  const competent = competentFor(service, journey, circumstances)
  const { received, route = [] } = example.expect
  return {
    case: found.code,
    fee: feesFor(service, journey, circumstances).total,
    documents: documentsFor(service, journey, circumstances).map(({ id }) => id),
    competent: competent && sayUnit(competent),
    received,
    dueAt: received && dueAt(received, found.limit),
    route: followRoute(service, route, { ...journey.values, channel: example.channel }),
    resultFields: example.expect.resultFields,
    result: actualResult(run),
  }
}

function sayUnit(unit: NonNullable<ReturnType<typeof competentFor>>): string {
  if (unit.by === 'code') return unit.code
  return unit.by === 'receiving' ? 'receiving' : [unit.kind, unit.field].filter(Boolean).join(' ')
}

function dueAt(received: string, limit: string): string | undefined {
  const calendar = stateCalendar()
  return explainDeadline({ received: localDateTime(received), limit: parseLimit(limit), calendar }).dueAt
}

function actualResult({ service, example, journey, context, circumstances }: Run) {
  const text = resultText(service, {
    journey,
    context,
    circumstances,
    facts: {
      seq: 1,
      issuedOn: example.today,
      unit: 'Ủy ban nhân dân xã Mẫu An',
      dossierCode: 'H99.12-261125-0001',
      fields: example.expect.resultFields ?? {},
    },
  })
  return { number: text.number, paragraphs: text.paragraphs, rows: text.tables.flatMap(({ rows }) => rows) }
}

/** Only what an example speaks of is compared, so that each shows one thing. */
function differences(example: Example, actual: Actual): Difference[] {
  const expected = { mayApply: true, errors: [], ...example.expect }
  return Object.entries(expected).flatMap(([what, wanted]) => {
    const got = actual[what as keyof Actual]
    const compared = what === 'result' ? pick(got, Object.keys(wanted as object)) : got
    return isDeepStrictEqual(compared, wanted) ? [] : [{ what, expected: wanted, actual: compared }]
  })
}

function pick(value: unknown, keys: string[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)))
}
