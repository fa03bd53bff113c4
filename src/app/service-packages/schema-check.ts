import { z } from 'zod'
import type { EligibilityCheck } from '#rooms/procedures/index.ts'
import { bilingual, camel, rule, text } from './schema-words.ts'

const option = z.strictObject({ value: z.string().min(1).max(60), label: bilingual, hint: bilingual.optional() })

/** `check.json`: “Can I? Which one?”, a few questions before anybody signs in. A package need not have one. */
export const checkSchema: z.ZodType<EligibilityCheck> = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: camel,
        label: bilingual,
        hint: bilingual.optional(),
        when: rule.optional(),
        options: z.array(option).min(2).max(10),
      }),
    )
    .min(1)
    .max(12),
  outcomes: z
    .array(
      z.strictObject({
        when: rule.optional(),
        answer: z.enum(['yes', 'no', 'perhaps']),
        reason: bilingual,
        law: text.optional(),
        instead: z
          .array(z.string().regex(/^\d\.\d{6}/, 'the code of a procedure is wanted'))
          .max(5)
          .optional(),
      }),
    )
    .min(1)
    .max(40),
})
