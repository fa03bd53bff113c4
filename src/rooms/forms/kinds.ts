import type { Bilingual } from '#platform/i18n/index.ts'

/** Every kind of question there is. Blocks (`BlockDefinition`) are written short and stand for several of these. */
export type QuestionDefinition =
  | TextQuestion
  | LongTextQuestion
  | DateQuestion
  | PartialDateQuestion
  | NumberQuestion
  | MoneyQuestion
  | ChoiceQuestion
  | CheckboxesQuestion
  | YesNoQuestion
  | DeclarationQuestion
  | CalculatedQuestion
  | FileQuestion
  | TableQuestion
  | NoteQuestion

export type QuestionKind = QuestionDefinition['kind']

/** What a row of a table may be made of. */
export type ColumnDefinition =
  | TextQuestion
  | LongTextQuestion
  | DateQuestion
  | PartialDateQuestion
  | NumberQuestion
  | MoneyQuestion
  | ChoiceQuestion
  | YesNoQuestion
  | CalculatedQuestion

interface Asked {
  id: string
  label: Bilingual
  hint?: Bilingual
  when?: string
  /** Default true. A rule makes it depend on earlier answers. */
  required?: boolean | string
  /** What to say when it is empty; without it, a sentence is made from the label. */
  missing?: Bilingual
  /** Where this stands on the person's paper, said in the aside. */
  where?: Bilingual
  prefill?: Prefill
  /** Sensitive personal data: said where it is asked, masked where answers are shown again. @see Law 91/2025/QH15 */
  sensitive?: boolean
  /** The block this came from; written by `expandForm`, never by an author. */
  block?: BlockMark
  /** The step it belongs to, where all steps stand on one page; written by `onOnePage`. */
  section?: SectionMark
}

export interface SectionMark {
  id: string
  title: Bilingual
  intro?: Bilingual
}

/** A block that was taken apart: its questions stand together under one heading. */
export interface BlockMark {
  id: string
  kind: BlockDefinition['kind']
  label: Bilingual
  hint?: Bilingual
}

/** `fact`: what the profile is asked for, e.g. `person.name`. `locked`: the state's own data; the person reports it wrong rather than edits it. */
export interface Prefill {
  fact: string
  locked?: boolean
}

export interface TextQuestion extends Asked {
  kind: 'text'
  format?: TextFormat
  maxLength?: number
  width?: 'short' | 'medium' | 'full'
  /** For a personal number: questions whose answers are written into it, and must agree with it. */
  agrees?: { bornOn?: string; gender?: string }
}

/** The closed list of formats. Nobody writes a pattern: a pattern can hold the process. */
export type TextFormat =
  | 'name'
  | 'identity-number'
  | 'old-identity-number'
  | 'phone'
  | 'email'
  | 'passport'
  | 'tax-code'
  | 'account-number'
  | 'plate'

export interface LongTextQuestion extends Asked {
  kind: 'long-text'
  maxLength?: number
}

export interface DateQuestion extends Asked {
  kind: 'date'
  /** `past` and `future` leave today out; `not-future` and `not-past` let it in. */
  limit?: DateLimit
  /** The earliest day that makes sense; default 1900-01-01. */
  earliest?: string
}

export type DateLimit = 'past' | 'not-future' | 'future' | 'not-past'

/** A year, a month of a year, or as much of a day as is known: `1962`, `1962-05`, `1962-05-19`. */
export interface PartialDateQuestion extends Asked {
  kind: 'partial-date'
  precision: 'year' | 'month' | 'any'
  limit?: DateLimit
}

export interface NumberQuestion extends Asked {
  kind: 'number'
  min?: number
  max?: number
  /** Digits behind the comma; default 0. */
  decimals?: number
  unit?: Bilingual
}

export interface MoneyQuestion extends Asked {
  kind: 'money'
  min?: number
  max?: number
  /** Said in words under the field and in print, as papers want it. */
  inWords?: boolean
}

export interface OptionDefinition {
  value: string
  label: Bilingual
  hint?: Bilingual
  /** The answer of the question named by `of` under which this may be chosen. */
  within?: string
}

export interface ChoiceQuestion extends Asked {
  kind: 'radios' | 'select'
  /** Written out, or the name of a list: the form's own, one of the house (`reference-lists.ts`), or the agency's. */
  options: readonly OptionDefinition[] | ListName
  /** An earlier question whose answer narrows the choice to the options `within` it. */
  of?: string
  /** For a select over a long list: the person types, what fits is offered. */
  search?: boolean
}

/**
 * Lists that come from outside the form. `communes`: the agency's communes, by unit code. `provinces` and
 * `all-communes`: the whole country, by national code.
 */
export type ListName = string

export interface CheckboxesQuestion extends Asked {
  kind: 'checkboxes'
  options: readonly OptionDefinition[]
}

export interface YesNoQuestion extends Asked {
  kind: 'yes-no'
}

/** One sentence the person stands for; it must be ticked. */
export interface DeclarationQuestion extends Asked {
  kind: 'declaration'
  text: Bilingual
}

/** Follows from earlier answers; nobody types it, and the server reckons it again. */
export interface CalculatedQuestion extends Asked {
  kind: 'calculated'
  value: string
  as: 'number' | 'money' | 'text' | 'date'
  unit?: Bilingual
}

export interface FileQuestion extends Asked {
  kind: 'file'
  /** Which required document of the service the files are. */
  document: string
  maxFiles?: number
}

/** Rows of the same questions: members, lines of business, plots. */
export interface TableQuestion extends Asked {
  kind: 'table'
  columns: readonly ColumnDefinition[]
  /** What one row is: “thành viên”. */
  row: Bilingual
  min?: number
  /** Default 50, at most 10,000. */
  max?: number
  /** Rules across the columns of one row; `at` is a column. */
  checks?: readonly { at: string; rule: string; message: Bilingual }[]
}

/** Something to read; nothing to answer. */
export interface NoteQuestion {
  kind: 'note'
  id: string
  label: Bilingual
  text: Bilingual
  when?: string
  block?: BlockMark
  section?: SectionMark
}

interface Block {
  id: string
  label: Bilingual
  hint?: Bilingual
  when?: string
  required?: boolean | string
  sensitive?: boolean
}

/**
 * Written once, asked as several questions whose ids begin with the block's: `mother` of kind `person` with `ask:
 * ['name', 'bornOn']` is asked as `motherName` and `motherBornOn`, and rules say so. `docs/service-packages.md` lists the parts.
 */
export type BlockDefinition = AddressBlock | PersonBlock | OrganisationBlock | BankAccountBlock | GroupBlock

/** Province, commune, the rest, and optionally how the place was called before 1 July 2025. */
export interface AddressBlock extends Block {
  kind: 'address'
  /** Also asks for the address as an older paper has it. */
  old?: boolean
  /** Without it, house, hamlet and street are asked for. */
  detail?: boolean
}

export type PersonPart =
  | 'name'
  | 'bornOn'
  | 'birthYear'
  | 'gender'
  | 'ethnicity'
  | 'nationality'
  | 'identityNumber'
  | 'paper'
  | 'issuedOn'
  | 'issuedBy'
  | 'residence'
  | 'address'
  | 'phone'
  | 'email'

export type OrganisationPart = 'name' | 'taxCode' | 'address' | 'representative' | 'position' | 'phone' | 'email'

export interface PersonBlock extends Block {
  kind: 'person'
  ask: readonly PersonPart[]
  /** Parts that may be left out. */
  optional?: readonly PersonPart[]
  /** `person`: the one who is signed in; what the state knows is then not asked again. */
  prefill?: 'person'
}

export interface OrganisationBlock extends Block {
  kind: 'organisation'
  ask: readonly OrganisationPart[]
  optional?: readonly OrganisationPart[]
  prefill?: 'organisation'
}

export interface BankAccountBlock extends Block {
  kind: 'bank-account'
}

/** Questions that stand and fall together; they keep their own ids. */
export interface GroupBlock extends Block {
  kind: 'group'
  questions: readonly QuestionDefinition[]
}
