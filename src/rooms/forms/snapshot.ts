import type { Answer, Filled, FormDefinition, ListName } from './definition.ts'
import type { Form } from './form.ts'
import { type Asked, walk } from './journey.ts'
import { optionsOf } from './options.ts'
import type { Fact, FormContext, Option } from './profile.ts'

/**
 * A form as it was asked and answered: kept with the dossier, so that it prints in ten years as it was. Only what was
 * asked is in it: no hidden answer, no fact of the profile that no question used, no list beyond what was chosen.
 */
export interface Snapshot {
  format: 1
  definition: FormDefinition
  filled: Filled
  context: FormContext
}

export function snapshot(form: Form, filled: Filled, context: FormContext): Snapshot {
  const journey = walk(form, filled, context)
  const asked = journey.steps.flatMap((visit) => visit.asked)
  return {
    format: 1,
    definition: form.definition,
    filled: { answers: journey.answers, documents: journey.documents },
    context: {
      today: context.today,
      ...(context.applicant ? { applicant: context.applicant } : {}),
      profile: factsUsed(asked),
      lists: listsUsed(asked, context),
    },
  }
}

function factsUsed(asked: readonly Asked[]): Record<string, Fact> {
  const used: Record<string, Fact> = {}
  for (const { definition, fact, answer } of asked) {
    const kept = fact && JSON.stringify(fact.value) === JSON.stringify(answer)
    if (kept && definition.kind !== 'note' && definition.prefill) used[definition.prefill.fact] = fact
  }
  return used
}

function listsUsed(asked: readonly Asked[], context: FormContext): Partial<Record<ListName, readonly Option[]>> {
  const used: Partial<Record<ListName, Option[]>> = {}
  for (const { definition, answer } of asked) {
    if ((definition.kind !== 'select' && definition.kind !== 'radios') || typeof definition.options !== 'string')
      continue
    const list = used[definition.options] ?? []
    const chosen = optionsOf(definition, context).filter((option) => isChosen(option, answer) && !list.includes(option))
    used[definition.options] = [...list, ...chosen]
  }
  return used
}

function isChosen(option: Option, answer: Answer | undefined): boolean {
  return option.value === answer
}
