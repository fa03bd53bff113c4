import type { Bilingual } from '#platform/i18n/index.ts'
import type { KeptLookup } from './kept.ts'
import { EVIDENCE_FIELDS, type EvidenceField, isSettled, type RegistryName } from './lookup.ts'
import type { Facts, RegistryQuestion } from './question.ts'

/** `partly`: what both say is the same, and one of them says the rest as a code. */
export type Comparison = 'same' | 'partly' | 'differs' | 'not-stated'

export interface ComparedField {
  field: EvidenceField
  theirs: string
  ours: string | undefined
  comparison: Comparison
}

/** How one component stands: what the registry said, beside what the person said. */
export interface ComponentStanding {
  component: string
  name: Bilingual
  source: Bilingual
  registry: RegistryName
  /** The newest answer that settles the component. */
  answer: KeptLookup | undefined
  /** The newest question, when it is later than the answer and brought none. */
  unanswered: KeptLookup | undefined
  earlier: readonly KeptLookup[]
  fields: readonly ComparedField[]
  /** The data is there, so nobody may ask for the paper. R-127 @see Decree 224/2026, Art. 18.4 */
  isHeld: boolean
  /** Whether the registry can be asked now: connected, and the dossier knows the keys. */
  canAsk: boolean
  /** Keys the registry needs and the dossier does not know. */
  missing: readonly string[]
}

/** Where in the dossier the same thing stands, in the person's own words. */
const STATED: Partial<Record<EvidenceField, string>> = {
  name: 'owner.name',
  idNumber: 'owner.identityNumber',
  born: 'owner.born',
  residence: 'owner.address',
  businessName: 'owner.name',
  businessCode: 'owner.identityNumber',
  address: 'owner.address',
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s,.;-]+/g, ' ')
    .trim()
}

/** Whole words: `Tổ 1` is not in `Tổ 13`. */
function holdsWords(text: string, part: string): boolean {
  return ` ${text} `.includes(` ${part} `)
}

/** An address may be said more or less fully; where its commune is only a code, the words alone do not prove it the same. */
export function compare(
  field: EvidenceField,
  { theirs, ours, isCoded = false }: { theirs: string; ours: string | undefined; isCoded?: boolean },
): Comparison {
  if (ours === undefined || ours === '') return 'not-stated'
  const [one, other] = [plain(theirs), plain(ours)]
  const isPlace = field === 'residence' || field === 'address'
  const same = one === other || (isPlace && (holdsWords(one, other) || holdsWords(other, one)))
  if (!same) return 'differs'
  return isPlace && isCoded ? 'partly' : 'same'
}

/** `lookups` newest first, of any component. */
export function standingOf(
  question: RegistryQuestion,
  given: { lookups: readonly KeptLookup[]; facts: Facts; canAsk: boolean; missing: readonly string[] },
): ComponentStanding {
  const { component, name, source, registry } = question
  const mine = given.lookups.filter((one) => one.component === component)
  const [newest] = mine
  const answer = mine.find(isSettled)
  const isCoded = answer?.evidence?.residenceCode !== undefined
  const evidence = EVIDENCE_FIELDS.flatMap((field) => {
    const theirs = answer?.evidence?.[field]
    return theirs === undefined ? [] : [{ field, theirs }]
  })
  return {
    ...{ component, name, source, registry, answer, missing: given.missing },
    unanswered: newest && !isSettled(newest) ? newest : undefined,
    earlier: mine.filter((one) => one !== answer && one !== newest),
    fields: evidence.map(({ field, theirs }) => {
      const place = STATED[field]
      const ours = place === undefined ? undefined : given.facts[place]
      return { field, theirs, ours, comparison: compare(field, { theirs, ours, isCoded }) }
    }),
    isHeld: answer?.outcome === 'found',
    canAsk: given.canAsk && given.missing.length === 0,
  }
}
