import type { Bilingual } from '#platform/i18n/index.ts'
import { en } from './blocks.en.ts'
import { vi } from './blocks.vi.ts'
import type {
  AddressBlock,
  BlockDefinition,
  BlockMark,
  OrganisationPart,
  PersonPart,
  Prefill,
  QuestionDefinition,
} from './kinds.ts'

/** The questions a block stands for, in the order they are asked. */
export function questionsOfBlock(block: BlockDefinition): QuestionDefinition[] {
  switch (block.kind) {
    case 'address':
      return address(block)
    case 'person':
      return block.ask.flatMap((part) => partOfPerson(block, part))
    case 'organisation':
      return block.ask.flatMap((part) => partOfOrganisation(block, part))
    case 'bank-account':
      return bankAccount(block)
    case 'group':
      return block.questions.map((question) => inGroup(block, question))
  }
}

const KINDS: ReadonlySet<string> = new Set<BlockDefinition['kind']>([
  ...(['address', 'person', 'organisation', 'bank-account', 'group'] as const),
])

export function isBlock(question: { kind: string }): question is BlockDefinition {
  return KINDS.has(question.kind)
}

/** Both rules; a single one stays as its author wrote it. */
export function andRule(one: string | undefined, other: string | undefined): string | undefined {
  return one && other ? `(${one}) and (${other})` : (one ?? other)
}

type Word = keyof typeof vi

const say = (word: Word): Bilingual => ({ vi: vi[word], en: en[word] })

function markOf({ id, kind, label, hint }: BlockDefinition): BlockMark {
  return { id, kind, label, ...(hint ? { hint } : {}) }
}

interface Part {
  part: string
  word: Word
  required?: boolean | string | undefined
  when?: string
  hint?: Word
  prefill?: Prefill | undefined
}

/** What every part of a block has. */
function base(block: BlockDefinition, { part, word, required = block.required, hint, prefill, ...more }: Part) {
  const when = more.when ?? block.when
  return {
    id: block.id + part.charAt(0).toUpperCase() + part.slice(1),
    label: say(word),
    block: markOf(block),
    ...(when ? { when } : {}),
    ...(required === undefined ? {} : { required }),
    ...(hint ? { hint: say(hint) } : {}),
    ...(prefill ? { prefill } : {}),
    ...(block.sensitive ? { sensitive: true } : {}),
  }
}

function address(block: AddressBlock): QuestionDefinition[] {
  const province = `${block.id}Province`
  const chosen = `${province} != null`
  const of = { required: block.required === undefined ? undefined : chosen, when: chosen }
  return [
    { ...base(block, { part: 'province', word: 'province' }), kind: 'select', options: 'provinces' },
    {
      ...base(block, { part: 'commune', word: 'commune', hint: 'communeHint', ...of }),
      ...({ kind: 'select', options: 'all-communes', of: province, search: true } as const),
    },
    ...(block.detail === false
      ? []
      : [{ ...base(block, { part: 'detail', word: 'detail' }), kind: 'text', maxLength: 200 } as const]),
    ...(block.old
      ? [
          {
            ...base(block, { part: 'old', word: 'old', required: false, hint: 'oldHint' }),
            ...({ kind: 'text', maxLength: 250 } as const),
          },
        ]
      : []),
  ]
}

const GENDERS = [
  { value: 'male', label: say('male') },
  { value: 'female', label: say('female') },
]

type PersonBlock = Extract<BlockDefinition, { kind: 'person' }>

/** What the profile may know of a part; telephone and e-mail are always the person's to change. */
const FACTS: Partial<Record<PersonPart, Prefill>> = {
  name: { fact: 'person.name', locked: true },
  bornOn: { fact: 'person.bornOn', locked: true },
  gender: { fact: 'person.gender', locked: true },
  ethnicity: { fact: 'person.ethnicity', locked: true },
  nationality: { fact: 'person.nationality', locked: true },
  identityNumber: { fact: 'person.identityNumber', locked: true },
  residence: { fact: 'person.residence', locked: true },
  phone: { fact: 'person.phone' },
  email: { fact: 'person.email' },
}

function partOfPerson(block: PersonBlock, part: PersonPart): QuestionDefinition[] {
  const required = block.optional?.includes(part) ? false : block.required
  const prefill = block.prefill ? FACTS[part] : undefined
  const asked = (more: Partial<Part> = {}) => base(block, { part, word: part, required, prefill, ...more })
  switch (part) {
    case 'bornOn':
      return [{ ...asked(), kind: 'date', limit: 'past' }]
    case 'birthYear':
      return [{ ...asked({ hint: 'birthYearHint' }), kind: 'partial-date', precision: 'any', limit: 'past' }]
    case 'issuedOn':
      return [{ ...asked(), kind: 'date', limit: 'not-future' }]
    case 'gender':
      return [{ ...asked(), kind: 'radios', options: GENDERS }]
    case 'address':
      return addressOf(block, required)
    case 'paper':
      return [{ ...asked({ hint: 'paperHint' }), kind: 'text', maxLength: 30, width: 'medium' }]
    default:
      return [personText(block, part, asked())]
  }
}

type TextPart = Exclude<PersonPart, 'bornOn' | 'birthYear' | 'issuedOn' | 'gender' | 'address' | 'paper'>

const LENGTHS: Partial<Record<TextPart, number>> = {
  name: 100,
  ethnicity: 60,
  nationality: 60,
  issuedBy: 150,
  residence: 250,
}

function personText(block: PersonBlock, part: TextPart, asked: ReturnType<typeof base>): QuestionDefinition {
  if (part === 'name') return { ...asked, kind: 'text', format: 'name', maxLength: 100 }
  if (part === 'phone' || part === 'email') return { ...asked, kind: 'text', format: part, width: 'medium' }
  if (part !== 'identityNumber') {
    const width = part === 'ethnicity' || part === 'nationality' ? ({ width: 'medium' } as const) : {}
    return { ...asked, kind: 'text', maxLength: LENGTHS[part] ?? 200, ...width }
  }
  // What is asked after the number cannot be compared with it yet: a rule looks back only.
  const before = block.ask.slice(0, block.ask.indexOf(part))
  const agrees = {
    ...(before.includes('bornOn') ? { bornOn: `${block.id}BornOn` } : {}),
    ...(before.includes('birthYear') ? { bornOn: `${block.id}BirthYear` } : {}),
    ...(before.includes('gender') ? { gender: `${block.id}Gender` } : {}),
  }
  const look = { kind: 'text', format: 'identity-number', width: 'medium', where: say('identityWhere') } as const
  return { ...asked, ...look, ...(Object.keys(agrees).length > 0 ? { agrees } : {}) }
}

/** An address inside another block is a block of its own, named after both. */
function addressOf(block: BlockDefinition, required: boolean | string | undefined): QuestionDefinition[] {
  const { vi: inVietnamese, en: inEnglish } = block.label
  return address({
    id: `${block.id}Address`,
    kind: 'address',
    label: { vi: `${inVietnamese}: địa chỉ`, en: `${inEnglish}: address` },
    ...(block.when ? { when: block.when } : {}),
    ...(required === undefined ? {} : { required }),
    ...(block.sensitive ? { sensitive: true } : {}),
  })
}

type OrganisationBlock = Extract<BlockDefinition, { kind: 'organisation' }>

const OF_ORGANISATION: Partial<Record<OrganisationPart, Prefill>> = {
  name: { fact: 'organisation.name', locked: true },
  taxCode: { fact: 'organisation.code', locked: true },
}

function partOfOrganisation(block: OrganisationBlock, part: OrganisationPart): QuestionDefinition[] {
  const required = block.optional?.includes(part) ? false : block.required
  if (part === 'address') return addressOf(block, required)
  const word = part === 'name' ? 'organisation' : part
  const prefill = block.prefill ? OF_ORGANISATION[part] : undefined
  const asked = base(block, { part, word, required, prefill })
  if (part === 'taxCode') return [{ ...asked, kind: 'text', format: 'tax-code', width: 'medium' }]
  if (part === 'representative') return [{ ...asked, kind: 'text', format: 'name', maxLength: 100 }]
  if (part === 'phone' || part === 'email') return [{ ...asked, kind: 'text', format: part, width: 'medium' }]
  return [{ ...asked, kind: 'text', maxLength: part === 'name' ? 250 : 100 }]
}

function bankAccount(block: BlockDefinition): QuestionDefinition[] {
  return [
    { ...base(block, { part: 'bank', word: 'bank' }), kind: 'select', options: 'banks', search: true },
    {
      ...base(block, { part: 'number', word: 'accountNumber' }),
      ...({ kind: 'text', format: 'account-number', width: 'medium', sensitive: true } as const),
    },
    { ...base(block, { part: 'holder', word: 'accountHolder' }), kind: 'text', format: 'name', maxLength: 100 },
  ]
}

function inGroup(block: Extract<BlockDefinition, { kind: 'group' }>, question: QuestionDefinition): QuestionDefinition {
  const when = andRule(block.when, question.when)
  return { ...question, block: markOf(block), ...(when ? { when } : {}) }
}
