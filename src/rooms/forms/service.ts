import type { LocalDate } from '#kernel/local-date.ts'
import { type Money, money } from '#kernel/money.ts'
import type { Rule, RuleCompiler, Value } from '#platform/rules/index.ts'
import { answerNames, compileFormWith, type Form, GIVEN_NAMES } from './form.ts'
import type { Journey } from './journey.ts'
import type {
  CompetentRule,
  FeeRule,
  RequiredDocument,
  ServiceCase,
  ServiceChannel,
  ServicePackage,
  TemplateLine,
} from './service-package.ts'

/** A package ready to answer: which case, which papers, what to pay, who is competent. */
export interface Service {
  package: ServicePackage
  form: Form
  cases: readonly Ruled<ServiceCase>[]
  documents: readonly Ruled<RequiredDocument>[]
  fees: readonly CompiledFee[]
  competent: readonly Ruled<CompetentRule>[]
  lines: ReadonlyMap<object, Rule>
}

interface Ruled<T> {
  definition: T
  when: Rule | undefined
}

interface CompiledFee extends Ruled<FeeRule> {
  amount: Rule
  exemptions: readonly Ruled<{ id: string; name: { vi: string; en: string }; when: string; law: string }>[]
}

/** What decides besides the answers. */
export interface Circumstances {
  channel: ServiceChannel
  /** The agency's code: fees differ by province. */
  agency: string
  on: LocalDate
}

export interface FeeLine {
  id: string
  kind: 'fee' | 'charge'
  name: { vi: string; en: string }
  amount: Money
  law: string
  /** Why nothing is payable on this line. */
  exemption?: { id: string; name: { vi: string; en: string }; law: string }
}

/** Names that rules outside the form may read: every question, `applicant.kind` and `channel`. */
export function serviceNames(form: ServicePackage['form']): string[] {
  return [...answerNames(form), ...GIVEN_NAMES, 'channel']
}

/** Names the rules of a process may read: the answers, and the outcome that is proposed (`granted` or `rejected`). */
export function processNames(form: ServicePackage['form']): string[] {
  return [...answerNames(form), 'outcome']
}

/** Throws RuleError when a rule of the package is wrong: a checked package never does. */
export function compileServiceWith(compileRule: RuleCompiler, given: ServicePackage): Service {
  const { service, form, result } = given
  const names = serviceNames(form)
  const ruled = <T extends { when?: string }>(definition: T): Ruled<T> => ({
    definition,
    when: definition.when === undefined ? undefined : compileRule(definition.when, names),
  })
  const lines = [...result.paragraphs, ...result.tables.flatMap((table) => table.rows)]
  return {
    package: given,
    form: compileFormWith(compileRule, form),
    cases: service.cases.map(ruled),
    documents: service.documents.map(ruled),
    competent: service.competent.map(ruled),
    fees: service.fees.map((fee) => ({
      ...ruled(fee),
      amount: compileRule(fee.amount, [...names, 'rate']),
      exemptions: (fee.exemptions ?? []).map(ruled),
    })),
    lines: new Map(lines.flatMap((line) => (line.when ? [[line, compileRule(line.when, names)] as const] : []))),
  }
}

type Values = Readonly<Record<string, Value>>

function valuesOf({ values }: Journey, { channel }: Circumstances): Values {
  return { ...values, channel }
}

function applies(rule: Rule | undefined, values: Values, on: LocalDate): boolean {
  return rule === undefined || rule.evaluate(values, on) === true
}

/** The case (trường hợp) of the procedure that these answers make: its code and time limit go on the receipt. R-057 */
export function caseFor(service: Service, journey: Journey, circumstances: Circumstances): ServiceCase {
  const values = valuesOf(journey, circumstances)
  const found = service.cases.find(({ when }) => applies(when, values, circumstances.on))
  if (!found) throw new Error(`no case of ${service.package.service.code} applies: the package was not checked`)
  return found.definition
}

/** The papers these answers ask for, in the order of the package. R-057 */
export function documentsFor(service: Service, journey: Journey, circumstances: Circumstances): RequiredDocument[] {
  const values = valuesOf(journey, circumstances)
  return service.documents.filter(({ when }) => applies(when, values, circumstances.on)).map((one) => one.definition)
}

/** Everything payable, line by line, exemptions said. `unset` names lines for which this agency has no rate yet. */
export function feesFor(service: Service, journey: Journey, circumstances: Circumstances): FeeNotice {
  const values = valuesOf(journey, circumstances)
  const lines: FeeLine[] = []
  const unset: string[] = []
  for (const fee of service.fees) {
    if (!applies(fee.when, values, circumstances.on)) continue
    const line = feeLine(fee, values, circumstances)
    if (line) lines.push(line)
    else unset.push(fee.definition.id)
  }
  return { lines, unset, total: money(lines.reduce((sum, line) => sum + line.amount, 0)) }
}

export interface FeeNotice {
  lines: readonly FeeLine[]
  unset: readonly string[]
  total: Money
}

function feeLine(fee: CompiledFee, values: Values, { agency, on }: Circumstances): FeeLine | undefined {
  const { id, kind, name, law, rates } = fee.definition
  const exempt = fee.exemptions.find(({ when }) => applies(when, values, on))?.definition
  if (exempt) {
    const exemption = { id: exempt.id, name: exempt.name, law: exempt.law }
    return { id, kind, name, law, amount: money(0), exemption }
  }
  const rate = rates && rateFor(rates, agency, on)
  if (rates && !rate) return undefined
  const amount = fee.amount.evaluate({ ...values, rate: rate?.amount ?? null }, on)
  // An answer still missing makes the amount unknown; before submission every answer it needs is there.
  return typeof amount === 'number' ? { id, kind, name, law: rate?.law ?? law, amount: money(amount) } : undefined
}

type Rates = NonNullable<FeeRule['rates']>

/** The newest rate in force, the agency's own before the common one. */
export function rateFor(rates: Rates, agency: string, on: LocalDate): Rates[number] | undefined {
  const newest = (code: string) =>
    rates.filter((rate) => rate.agency === code && rate.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return newest(agency) ?? newest('*')
}

export type CompetentUnit = { by: 'code'; code: string } | Extract<CompetentRule['unit'], { by: 'receiving' | 'kind' }>

/** Who decides. Undefined when no rule knows: such a dossier goes to the coordination queue, it is never hidden. */
export function competentFor(
  service: Service,
  journey: Journey,
  circumstances: Circumstances,
): CompetentUnit | undefined {
  const values = valuesOf(journey, circumstances)
  const unit = service.competent.find(({ when }) => applies(when, values, circumstances.on))?.definition.unit
  if (unit?.by !== 'answer') return unit
  const code = values[unit.question]
  return typeof code === 'string' ? { by: 'code', code } : undefined
}

/** The assurance a person or organisation needs to apply; undefined when they may not apply at all. R-036 */
export function neededAssurance(service: Service, kind: 'person' | 'organisation') {
  return service.package.service.applicants.find((one) => one.kind === kind)?.assurance
}

/** True when a line of the result is printed for these answers. */
export function lineApplies(service: Service, line: TemplateLine | { when?: string }, given: LineGiven): boolean {
  return applies(service.lines.get(line), valuesOf(given.journey, given.circumstances), given.circumstances.on)
}

export interface LineGiven {
  journey: Journey
  circumstances: Circumstances
}
