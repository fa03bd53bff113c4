import { z } from 'zod'
import type { ServicePackage } from '#rooms/forms/index.ts'
import type { EligibilityCheck } from '#rooms/procedures/index.ts'
import { checkSchema } from './schema-check.ts'
import { exampleSchema } from './schema-example.ts'
import { formSchema } from './schema-form.ts'
import { bilingual, camel, day, kebab, rule, text, whole } from './schema-words.ts'

const channel = z.enum(['online', 'counter', 'post'])
const named = z.strictObject({ code: z.string(), name: text })

const rate = z.strictObject({ agency: z.string().min(1), amount: whole, from: day, law: text })
const exemption = z.strictObject({ id: kebab, name: bilingual, when: rule, law: text })
const unitOfKind = {
  kind: z.enum(['commune', 'department', 'division', 'service-centre']),
  field: z.string().min(1).optional(),
}

export const serviceSchema = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}(\.[0-9A-Z]+)*$/, 'a national procedure code is wanted'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three numbers are wanted: 1.0.0'),
  validFrom: day,
  validTo: day.optional(),
  name: bilingual,
  level: z.enum(['full', 'partial']),
  partialCause: z.enum(['presence', 'field-verification', 'incident', 'technical']).optional(),
  partialReason: bilingual.optional(),
  channels: z.array(channel).min(1),
  applicants: z
    .array(
      z.strictObject({
        kind: z.enum(['person', 'organisation']),
        assurance: z.enum(['level-1', 'level-2', 'organisation']),
      }),
    )
    .min(1),
  cases: z
    .array(
      z.strictObject({ code: z.string().min(1), name: bilingual, when: rule.optional(), limit: z.string(), law: text }),
    )
    .min(1),
  documents: z.array(
    z.strictObject({
      id: kebab,
      code: z.string(),
      name: bilingual,
      when: rule.optional(),
      originals: whole,
      copies: whole,
      by: z.enum(['form', 'upload', 'present', 'data']),
      source: bilingual.optional(),
      registry: z.enum(['population']).optional(),
      plain: bilingual.optional(),
    }),
  ),
  fees: z.array(
    z.strictObject({
      id: kebab,
      kind: z.enum(['fee', 'charge']),
      name: bilingual,
      law: text,
      when: rule.optional(),
      amount: rule,
      each: z.strictObject({ question: camel, says: bilingual }).optional(),
      rates: z.array(rate).optional(),
      exemptions: z.array(exemption).optional(),
    }),
  ),
  competent: z
    .array(
      z.strictObject({
        when: rule.optional(),
        unit: z.discriminatedUnion('by', [
          z.strictObject({ by: z.literal('answer'), question: camel }),
          z.strictObject({ by: z.literal('receiving') }),
          z.strictObject({ by: z.literal('kind'), ...unitOfKind }),
        ]),
      }),
    )
    .min(1),
  resultDelivery: z.array(z.enum(['electronic', 'counter', 'post'])).min(1),
})

const plain = z.strictObject({ name: text, summary: text, keywords: z.array(text), asksOfYou: z.array(text) })

export const procedureSchema = z.strictObject({
  code: z.string(),
  name: text,
  field: named,
  publisher: named,
  executing: z.array(text).min(1),
  coordinating: z.array(text),
  audiences: z.array(text).min(1),
  results: z.array(named).min(1),
  decision: z.strictObject({ number: text, on: day, agency: text }),
  updatedOn: day,
  plain: z.strictObject({ vi: plain, en: plain }),
  steps: z.array(z.strictObject({ title: bilingual, plain: bilingual.optional(), text: z.array(text) })).min(1),
  channels: z.array(z.strictObject({ channel, limit: z.string(), fee: z.string() })).min(1),
  documents: z.array(
    z.strictObject({
      group: text,
      items: z.array(z.strictObject({ code: z.string(), name: text, originals: whole, copies: whole })),
    }),
  ),
  notes: z.array(text),
  requirements: z.array(text),
  law: z.array(named).min(1),
})

const action = z.strictObject({
  id: kebab,
  label: bilingual,
  to: kebab,
  kind: z.enum(['forward', 'return', 'propose', 'approve', 'reject']),
  when: rule.optional(),
  reasonRequired: z.boolean().optional(),
})

export const processSchema = z.strictObject({
  start: kebab,
  steps: z
    .array(
      z.strictObject({
        id: kebab,
        name: bilingual,
        kind: z.enum(['task', 'sign', 'end']),
        role: z.enum(['deskOfficer', 'caseOfficer', 'approver']).optional(),
        unit: z.union([z.enum(['receiving', 'competent']), z.strictObject(unitOfKind)]).optional(),
        limit: z.string().optional(),
        actions: z.array(action),
      }),
    )
    .min(2),
})

const line = z.strictObject({ text, when: rule.optional() })

export const resultSchema = z.strictObject({
  kind: z.string().min(1),
  title: text,
  subject: text.optional(),
  number: text,
  fields: z.array(
    z.strictObject({
      id: camel,
      kind: z.enum(['text', 'long-text', 'date']),
      label: bilingual,
      hint: bilingual.optional(),
      required: z.boolean(),
      suggest: z.string().optional(),
    }),
  ),
  paragraphs: z.array(line),
  tables: z.array(
    z.strictObject({
      caption: text.optional(),
      rows: z.array(z.strictObject({ label: text, value: text, when: rule.optional() })),
    }),
  ),
  signer: z.strictObject({ position: text }),
  recipients: z.array(text),
})

export const letterSchema = z.strictObject({
  id: kebab,
  title: bilingual,
  paragraphs: z.array(bilingual).min(1),
  paper: z.strictObject({ number: text, recipients: z.array(text) }).optional(),
})

/** A package with the questions of `check.json`, where it has them. */
export interface PackageWithCheck extends ServicePackage {
  check?: EligibilityCheck | undefined
}

export const packageSchema = z.strictObject({
  format: z.literal(1),
  service: serviceSchema,
  procedure: procedureSchema,
  form: formSchema,
  process: processSchema,
  result: resultSchema,
  letters: z.array(letterSchema),
  examples: z.array(exampleSchema),
  check: checkSchema.optional(),
}) as unknown as z.ZodType<PackageWithCheck>

export { exampleSchema, formSchema }
