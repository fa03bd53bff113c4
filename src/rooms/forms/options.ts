import type { QuestionDefinition } from './definition.ts'
import type { FormContext, Option } from './profile.ts'

/** What may be chosen: written in the form, or a list the agency keeps. */
export function optionsOf(definition: QuestionDefinition, { lists }: FormContext): readonly Option[] {
  if (definition.kind !== 'radios' && definition.kind !== 'select' && definition.kind !== 'checkboxes') return []
  const { options } = definition
  return typeof options === 'string' ? (lists?.[options] ?? []) : options
}
