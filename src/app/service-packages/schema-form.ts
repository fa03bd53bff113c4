import { z } from 'zod'
import type { BlockDefinition, ColumnDefinition, FormDefinition, QuestionDefinition } from '#rooms/forms/index.ts'
import { bilingual, camel, day, kebab, rule, whole } from './schema-words.ts'

const asked = {
  id: camel,
  label: bilingual,
  hint: bilingual.optional(),
  when: rule.optional(),
  required: z.union([z.boolean(), rule]).optional(),
  missing: bilingual.optional(),
  where: bilingual.optional(),
  prefill: z
    .strictObject({ fact: z.string().regex(/^(person|organisation)\.[a-zA-Z]+$/), locked: z.boolean().optional() })
    .optional(),
  sensitive: z.boolean().optional(),
}

const option = z.strictObject({
  value: z.string().min(1).max(60),
  label: bilingual,
  hint: bilingual.optional(),
  within: z.string().min(1).max(60).optional(),
})
const options = z.array(option).min(2).max(40)
const choices = z.union([options, camel, z.literal('all-communes')])
const limit = z.enum(['past', 'not-future', 'future', 'not-past']).optional()
const format = z.enum([
  ...(['name', 'identity-number', 'old-identity-number', 'phone', 'email', 'passport'] as const),
  ...(['tax-code', 'account-number', 'plate'] as const),
])

const text = z.strictObject({
  ...asked,
  kind: z.literal('text'),
  format: format.optional(),
  maxLength: z.int().min(1).max(1_000).optional(),
  width: z.enum(['short', 'medium', 'full']).optional(),
  agrees: z.strictObject({ bornOn: camel.optional(), gender: camel.optional() }).optional(),
})
const longText = z.strictObject({
  ...asked,
  kind: z.literal('long-text'),
  maxLength: z.int().min(1).max(10_000).optional(),
})
const date = z.strictObject({ ...asked, kind: z.literal('date'), limit, earliest: day.optional() })
const partialDate = z.strictObject({
  ...asked,
  kind: z.literal('partial-date'),
  precision: z.enum(['year', 'month', 'any']),
  limit,
})
const number = z.strictObject({
  ...asked,
  kind: z.literal('number'),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  unit: bilingual.optional(),
})
const money = z.strictObject({
  ...asked,
  kind: z.literal('money'),
  min: whole.optional(),
  max: whole.optional(),
  inWords: z.boolean().optional(),
})
const radios = z.strictObject({ ...asked, kind: z.literal('radios'), options: choices, of: camel.optional() })
const select = z.strictObject({
  ...asked,
  kind: z.literal('select'),
  options: choices,
  of: camel.optional(),
  search: z.boolean().optional(),
})
const checkboxes = z.strictObject({ ...asked, kind: z.literal('checkboxes'), options })
const yesNo = z.strictObject({ ...asked, kind: z.literal('yes-no') })
const declaration = z.strictObject({ ...asked, kind: z.literal('declaration'), text: bilingual })
const calculated = z.strictObject({
  ...asked,
  kind: z.literal('calculated'),
  value: rule,
  as: z.enum(['number', 'money', 'text', 'date']),
  unit: bilingual.optional(),
})
const file = z.strictObject({
  ...asked,
  kind: z.literal('file'),
  document: kebab,
  maxFiles: z.int().min(1).max(20).optional(),
})
const note = z.strictObject({
  kind: z.literal('note'),
  id: camel,
  label: bilingual,
  text: bilingual,
  when: rule.optional(),
})

const check = z.strictObject({ at: camel, rule, message: bilingual })

const column = z.discriminatedUnion('kind', [
  ...([text, longText, date, partialDate, number, money, radios, select, yesNo, calculated] as const),
]) as unknown as z.ZodType<ColumnDefinition>

const table = z.strictObject({
  ...asked,
  kind: z.literal('table'),
  columns: z.array(column).min(1).max(20),
  row: bilingual,
  min: whole.optional(),
  max: z.int().min(1).max(10_000).optional(),
  checks: z.array(check).max(20).optional(),
})

const QUESTIONS = [
  ...([text, longText, date, partialDate, number, money, radios, select] as const),
  ...([checkboxes, yesNo, declaration, calculated, file, note, table] as const),
] as const

export const questionSchema = z.discriminatedUnion('kind', QUESTIONS) as unknown as z.ZodType<QuestionDefinition>

const block = {
  id: camel,
  label: bilingual,
  hint: bilingual.optional(),
  when: rule.optional(),
  required: z.union([z.boolean(), rule]).optional(),
  sensitive: z.boolean().optional(),
}
const personPart = z.enum([
  ...(['name', 'bornOn', 'birthYear', 'gender', 'ethnicity', 'nationality', 'identityNumber', 'paper'] as const),
  ...(['issuedOn', 'issuedBy', 'residence', 'address', 'phone', 'email'] as const),
])
const organisationPart = z.enum(['name', 'taxCode', 'address', 'representative', 'position', 'phone', 'email'])

const BLOCKS = [
  z.strictObject({
    ...block,
    kind: z.literal('address'),
    old: z.boolean().optional(),
    detail: z.boolean().optional(),
  }),
  z.strictObject({
    ...block,
    kind: z.literal('person'),
    ask: z.array(personPart).min(1),
    optional: z.array(personPart).optional(),
    prefill: z.literal('person').optional(),
  }),
  z.strictObject({
    ...block,
    kind: z.literal('organisation'),
    ask: z.array(organisationPart).min(1),
    optional: z.array(organisationPart).optional(),
    prefill: z.literal('organisation').optional(),
  }),
  z.strictObject({ ...block, kind: z.literal('bank-account') }),
  z.strictObject({ ...block, kind: z.literal('group'), questions: z.array(questionSchema).min(1).max(40) }),
] as const

const asking = z.discriminatedUnion('kind', [...QUESTIONS, ...BLOCKS]) as unknown as z.ZodType<
  QuestionDefinition | BlockDefinition
>

export const formSchema = z.strictObject({
  lists: z.record(camel, z.array(option).min(2).max(5_000)).optional(),
  pages: z.enum(['steps', 'one']).optional(),
  steps: z
    .array(
      z.strictObject({
        id: kebab,
        title: bilingual,
        intro: bilingual.optional(),
        when: rule.optional(),
        questions: z.array(asking).min(1).max(60),
        checks: z.array(check).optional(),
      }),
    )
    .min(1)
    .max(30),
}) as unknown as z.ZodType<FormDefinition>
