import { z } from 'zod'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a day (2026-11-25)')
const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a local time is wanted: 2026-11-25T09:10')

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ day: z.string(), month: z.string(), year: z.string() }),
])
const answer = z.union([cell, z.array(z.string()), z.array(z.record(z.string(), cell))])

const fact = z.strictObject({ value: answer, source: bilingual, at: minute.optional(), authoritative: z.boolean() })

const expectation = z.strictObject({
  mayApply: z.boolean().optional(),
  questions: z.array(z.string()).optional(),
  errors: z.array(z.strictObject({ field: z.string(), message: bilingual })).optional(),
  case: z.string().optional(),
  fee: z.int().min(0).optional(),
  documents: z.array(z.string()).optional(),
  competent: z.string().optional(),
  received: minute.optional(),
  dueAt: minute.optional(),
  route: z
    .array(
      z.strictObject({ action: z.string(), to: z.string(), role: z.string().optional(), unit: z.string().optional() }),
    )
    .optional(),
  resultFields: z.record(z.string(), z.string()).optional(),
  result: z
    .strictObject({
      number: z.string().optional(),
      paragraphs: z.array(z.string()).optional(),
      rows: z.array(z.tuple([z.string(), z.string()])).optional(),
    })
    .optional(),
})

export const exampleSchema = z.strictObject({
  id: z.string().min(1),
  name: bilingual,
  agency: z.string().min(1),
  today: day,
  channel: z.enum(['online', 'counter', 'post']),
  applicant: z.strictObject({
    kind: z.enum(['person', 'organisation']),
    assurance: z.enum(['level-1', 'level-2', 'organisation']),
  }),
  profile: z.record(z.string(), fact).optional(),
  answers: z.record(z.string(), answer),
  documents: z.record(z.string(), z.array(z.string())).optional(),
  expect: expectation,
})
