import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { ServiceDefinition } from '#rooms/forms/index.ts'
import type { EligibilityCheck } from './eligibility.ts'
import type { Audience, Channel, ChannelOffer, PlainWords, ProcedureRecord, Step, TimeUnit } from './record.ts'

/**
 * What this room reads of a service package; the package itself is kept whole and unread (`services/README.md`
 * describes it, the `forms` room checks it before it comes here).
 */
export interface InstallablePackage {
  service: ServiceDefinition
  procedure: PackagedProcedure
}

/** With the questions that tell whether this is the service, where the package has them. */
export interface CheckedPackage extends InstallablePackage {
  check?: EligibilityCheck | undefined
}

/** The national record as a package carries it, so that a fresh clone shows the whole procedure. */
export interface PackagedProcedure {
  code: string
  name: string
  field: { code: string; name: string }
  publisher: { code: string; name: string }
  executing: readonly string[]
  coordinating: readonly string[]
  audiences: readonly string[]
  results: readonly { code: string; name: string }[]
  decision: { number: string; on: LocalDate; agency: string }
  updatedOn: LocalDate
  plain: Record<'vi' | 'en', PlainWords>
  steps: readonly { title: Bilingual; plain?: Bilingual; text: readonly string[] }[]
  channels: readonly { channel: Channel; limit: string; fee: string }[]
  documents: readonly {
    group: string
    items: readonly { code: string; name: string; originals: number; copies: number }[]
  }[]
  notes: readonly string[]
  requirements: readonly string[]
  law: readonly { code: string; name: string }[]
}

const UNITS: Record<string, TimeUnit> = { h: 'hours', wd: 'working-days', d: 'days', mo: 'months' }

/** The catalogue's shape of a packaged procedure. */
export function recordOfPackage(
  { procedure, service }: InstallablePackage,
  audiencesOf: (names: string[]) => Audience[],
): ProcedureRecord {
  return {
    code: procedure.code,
    name: procedure.name,
    kind: 'standard',
    detail: 'full',
    field: { ...procedure.field },
    audiences: audiencesOf([...procedure.audiences]),
    audienceNames: [...procedure.audiences],
    publisher: { ...procedure.publisher },
    executing: procedure.executing.map((name) => ({ code: '', name })),
    deciding: [],
    coordinating: procedure.coordinating.map((name) => ({ code: '', name })),
    receivedAt: [],
    nationalLevel: service.level,
    tiers: [],
    anywhereInProvince: false,
    channels: procedure.channels.map(channelOf),
    cases: [],
    papers: papersOf(procedure),
    steps: stepsOfPackage({ procedure }),
    results: procedure.results.map((result) => ({ ...result })),
    requirements: procedure.requirements.map((text) => ({ kind: 'item', text })),
    law: procedure.law.map((text) => ({ ...text })),
    lifeEvents: [],
    decision: { ...procedure.decision },
    updatedOn: procedure.updatedOn,
    plain: procedure.plain,
  }
}

/** The national text in steps that a person can follow, with their titles in both languages. */
export function stepsOfPackage({ procedure }: Pick<InstallablePackage, 'procedure'>): Step[] {
  return procedure.steps.map(({ title, text }) => ({
    title: title.vi,
    titleEn: title.en,
    text: text.map((line) => ({ kind: 'paragraph', text: line })),
  }))
}

/** `3wd` as an amount and its unit; null when it is none. */
export function lengthOf(limit: string): { amount: number; unit: TimeUnit } | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(wd|mo|h|d)$/.exec(limit) ?? []
  const known = UNITS[unit]
  return known ? { amount: Number(amount), unit: known } : null
}

function channelOf({ channel, limit, fee }: PackagedProcedure['channels'][number]): ChannelOffer {
  const length = lengthOf(limit)
  return {
    channel,
    limit: length ? { ...length, text: '' } : { amount: null, unit: null, text: limit },
    notes: [],
    fees: fee === '' ? [] : [{ kind: 'fee', amount: null, currency: 'VND', text: fee }],
  }
}

function papersOf({ documents, notes }: PackagedProcedure): ProcedureRecord['papers'] {
  const groups = documents.map(({ group, items }) => ({
    name: group,
    papers: items.map((item) => ({ ...item, electronicForm: false, forms: [] })),
    notes: [],
  }))
  return notes.length > 0 ? [...groups, { name: '', papers: [], notes: [...notes] }] : groups
}
