import type { CaseOffer, ChannelOffer, Named, Paper, ProcedureRecord, Step, TextBlock, TimeLimit } from '../record.ts'

/** What a synchronisation changes in one part of a procedure, line by line as a person reads it. */
export interface PartDifference {
  part: string
  gone: string[]
  come: string[]
}

const limitOf = ({ amount, unit, text }: TimeLimit) => (amount === null ? text : `${amount} ${unit ?? ''}`.trim())
const namesOf = (names: readonly Named[]) => names.map(({ code, name }) => (code ? `${code} ${name}` : name))
const textsOf = (blocks: readonly TextBlock[]) => blocks.map(({ text }) => text)

function channelLine({ channel, limit, notes, fees }: ChannelOffer): string[] {
  const paid = fees.map(
    ({ kind, amount, currency, text }) => `${channel}: ${kind} ${amount ?? '?'} ${currency} ${text}`,
  )
  return [`${channel}: ${limitOf(limit)}`, ...paid, ...textsOf(notes).map((text) => `${channel}: ${text}`)]
}

function paperLine(group: string, { code, name, originals, copies }: Paper): string {
  return `${group ? `${group}: ` : ''}${code} ${name} (${originals}/${copies})`
}

const caseLine = ({ code, name, limit }: CaseOffer) => `${code} ${name}: ${limitOf(limit)}`
const stepLines = ({ title, text }: Step) => [title, ...textsOf(text)]

/** Every part of a record as lines; two records differ where their lines do. */
const PARTS: Record<string, (record: ProcedureRecord) => string[]> = {
  name: ({ name }) => [name],
  kind: ({ kind }) => [kind],
  field: ({ field }) => namesOf([field]),
  audiences: ({ audienceNames }) => audienceNames,
  publisher: ({ publisher }) => namesOf([publisher]),
  agencies: ({ executing, deciding, coordinating }) => namesOf([...executing, ...deciding, ...coordinating]),
  'received at': ({ receivedAt }) => textsOf(receivedAt),
  level: ({ nationalLevel, tiers, anywhereInProvince }) => [
    nationalLevel,
    ...tiers,
    ...(anywhereInProvince ? ['anywhere in the province'] : []),
  ],
  'channels, time limits, fees': ({ channels }) => channels.flatMap(channelLine),
  cases: ({ cases }) => cases.map(caseLine),
  papers: ({ papers }) =>
    papers.flatMap(({ name, papers: all, notes }) => [...all.map((paper) => paperLine(name, paper)), ...notes]),
  steps: ({ steps }) => steps.flatMap(stepLines),
  results: ({ results }) => namesOf(results),
  requirements: ({ requirements }) => textsOf(requirements),
  law: ({ law }) => namesOf(law),
  'life events': ({ lifeEvents }) => lifeEvents,
  decision: ({ decision }) => (decision ? [`${decision.number}, ${decision.on}, ${decision.agency}`] : []),
  updated: ({ updatedOn }) => (updatedOn ? [updatedOn] : []),
}

/** In which parts two records of one procedure differ, and how; empty where they say the same. */
export function differencesOf(before: ProcedureRecord, after: ProcedureRecord): PartDifference[] {
  return Object.entries(PARTS).flatMap(([part, linesOf]) => {
    const [old, now] = [linesOf(before), linesOf(after)]
    const gone = without(old, now)
    const come = without(now, old)
    return gone.length + come.length > 0 ? [{ part, gone, come }] : []
  })
}

/** Lines of the one that the other has not, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
