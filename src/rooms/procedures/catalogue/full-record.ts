import { dayOf, type LocalDate, toLocal } from '#kernel/local-date.ts'
import type {
  CaseOffer,
  Channel,
  ChannelOffer,
  Decision,
  Named,
  OnlineLevel,
  ProcedureRecord,
  Step,
  Tier,
} from '../record.ts'
import { audiencesOf } from './audiences.ts'
import { cleanBlocks, cleanLine, cleanName, saysNone } from './clean-text.ts'
import type { ConflictSink } from './conflict.ts'
import { feeOf } from './fees.ts'
import { kindOf } from './listed-record.ts'
import { papersOf } from './papers.ts'
import { type DetailSource, listOf, objectOf } from './source.ts'
import { timeLimit } from './time-limit.ts'

const CHANNELS: Record<string, Channel> = { ONLINE: 'online', POSTAL: 'post', DIRECT: 'counter' }

/** Every part of a procedure, from the national portal's detail record. */
export function fullRecord(source: DetailSource, report: ConflictSink): ProcedureRecord {
  const channels = channelsOf(source, report)
  const cases = casesOf(source, channels, report)
  const requirements = cleanBlocks(source.requirementsAndConditions)
  const field = listOf(source.categoriesDetails)[0]
  if (field && !field.code) report('field-code-missing', 'categoriesDetails.code', field.name)

  return {
    code: cleanLine(source.code),
    name: cleanLine(source.name),
    kind: kindOf(source.type, report),
    detail: 'full',
    field: named(field ?? {}),
    ...audiencesIn(source, report),
    publisher: { code: cleanLine(source.departmentPromulgateCode), name: cleanLine(source.departmentPromulgateName) },
    ...agenciesIn(source, report),
    receivedAt: cleanBlocks(source.dossierReceivingAddresses),
    nationalLevel: levelOf(source, channels),
    tiers: tiersOf(source),
    anywhereInProvince: source.isNonTerritorial === true,
    channels,
    cases,
    papers: papersOf(source.executionCases, report),
    steps: listOf(source.executionSteps)
      .map(stepOf)
      .filter(({ title, text }) => title !== '' || text.length > 0),
    results: listOf(source.resultsDetails).map(named),
    requirements: saysNone(requirements) ? [] : requirements,
    law: listOf(source.legalBasisesDetails).map(named),
    lifeEvents: listOf(source.serviceGroupsDetails).map(({ name }) => cleanLine(name)),
    decision: decisionOf(objectOf(source.procedureProposal)),
    updatedOn: dayFrom(source.updatedAt),
  }
}

function named(source: Record<string, unknown>): Named {
  return { code: cleanLine(source.code), name: cleanLine(source.name) }
}

function audiencesIn(source: DetailSource, report: ConflictSink): Pick<ProcedureRecord, 'audiences' | 'audienceNames'> {
  const audienceNames = listOf(source.subjectTypesDetails).map(({ name }) => cleanLine(name))
  const audiences = audiencesOf(audienceNames, (name) => report('value-unknown', 'subjectTypesDetails', name))
  return { audiences, audienceNames }
}

/** Executing agencies stand by name or by group of units, and often in neither. */
function agenciesIn(
  source: DetailSource,
  report: ConflictSink,
): Pick<ProcedureRecord, 'executing' | 'deciding' | 'coordinating'> {
  const both = (byName: unknown, byGroup: unknown) => unique([...listOf(byName), ...listOf(byGroup)].map(named))
  const executing = both(source.departmentsExecuting, source.unitGroupsExecuting)
  if (executing.length === 0) report('agency-missing', 'departmentsExecuting', [], source.departmentPromulgateName)
  return {
    executing,
    deciding: both(source.departmentsAuthority, source.unitGroupsAuthority),
    coordinating: both(source.departmentsCoordinating, source.unitGroupsCoordinating),
  }
}

function unique(names: Named[]): Named[] {
  return [...new Map(names.filter(({ name }) => name !== '').map((one) => [one.name, one])).values()]
}

function channelsOf(source: DetailSource, report: ConflictSink): ChannelOffer[] {
  return listOf(source.executionMethods).flatMap((method, index): ChannelOffer[] => {
    const channel = CHANNELS[String(method.submissionMethod)]
    const field = `executionMethods[${index}]`
    if (!channel) {
      report('value-unknown', `${field}.submissionMethod`, method.submissionMethod)
      return []
    }
    const text = cleanLine(method.description)
    const limit = timeLimit(method.processingTime, method.processingTimeUnit, text, report, `${field}.processingTime`)
    const fees = listOf(method.fees).map((fee, at) => feeOf(fee, report, `${field}.fees[${at}]`))
    return [{ channel, limit, notes: cleanBlocks(method.description), fees }]
  })
}

function casesOf(source: DetailSource, channels: ChannelOffer[], report: ConflictSink): CaseOffer[] {
  const codes = new Set<string>()
  const limits = channels.map(({ limit }) => limit).filter(({ amount }) => amount !== null)

  return listOf(source.cases).map((one, index) => {
    const field = `cases[${index}]`
    const code = cleanLine(one.code)
    if (codes.has(code)) report('case-code-twice', `${field}.code`, code)
    codes.add(code)
    const day = objectOf(one.processingDay)
    const limit = timeLimit(day.qty, day.type, '', report, `${field}.processingDay`)
    const agrees = limits.some(({ amount, unit }) => amount === limit.amount && unit === limit.unit)
    if (limit.amount !== null && limits.length > 0 && !agrees) {
      const channel = limits.map(({ amount, unit }) => `${amount} ${unit}`).join(', ')
      report('case-differs-from-channel', `${field}.processingDay`, `${limit.amount} ${limit.unit}`, channel)
    }
    return { code, name: cleanLine(one.name), limit }
  })
}

function stepOf(source: Record<string, unknown>): Step {
  return { title: cleanName(source.name), text: cleanBlocks(source.description) }
}

function levelOf(source: DetailSource, channels: ChannelOffer[]): OnlineLevel {
  if (source.isOfflineOnly === true || !channels.some(({ channel }) => channel === 'online')) return 'information'
  return source.isFullProcess === true ? 'full' : 'partial'
}

function tiersOf(source: DetailSource): Tier[] {
  const tiers: [unknown, Tier][] = [
    [source.isMinistry, 'ministry'],
    [source.isProvince, 'province'],
    [source.isWard, 'commune'],
  ]
  return tiers.filter(([is]) => is === true).map(([, tier]) => tier)
}

/** The decision that announced the procedure. @see Decree 63/2010, Art. 13–15 */
function decisionOf(proposal: Record<string, unknown>): Decision | null {
  const number = cleanLine(proposal.decisionNumber) || cleanLine(proposal.proposalNumber)
  const on = dayFrom(proposal.decisionDate)
  if (number === '' || !on) return null
  return { number, on, agency: cleanLine(objectOf(proposal.issuingAgency).name) }
}

function dayFrom(milliseconds: unknown): LocalDate | null {
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds)) return null
  const instant = new Date(milliseconds)
  return Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1990 ? null : dayOf(toLocal(instant))
}
