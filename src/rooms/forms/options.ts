import { fold } from '#kernel/vietnamese.ts'
import type { Value } from '#platform/rules/index.ts'
import { rawText } from './answer.ts'
import type { Answer, ChoiceQuestion, QuestionDefinition } from './definition.ts'
import type { FormContext, Option } from './profile.ts'

type Values = Readonly<Record<string, Value>>

/** Everything on the list, written in the form or kept outside it, whatever was answered before. */
export function listOf(definition: QuestionDefinition, { lists }: FormContext): readonly Option[] {
  if (definition.kind !== 'radios' && definition.kind !== 'select' && definition.kind !== 'checkboxes') return []
  const { options } = definition
  if (typeof options !== 'string') return options
  return (lists && Object.hasOwn(lists, options) ? lists[options] : undefined) ?? []
}

const groups = new WeakMap<readonly Option[], ReadonlyMap<string, readonly Option[]>>()

/** What may be chosen once the question it depends on has its answer. */
export function optionsOf(
  definition: QuestionDefinition,
  context: FormContext,
  values: Values = {},
): readonly Option[] {
  const list = listOf(definition, context)
  const of = narrowedBy(definition)
  if (of === undefined) return list
  const within = values[of]
  return typeof within === 'string' ? (grouped(list).get(within) ?? []) : []
}

function grouped(list: readonly Option[]): ReadonlyMap<string, readonly Option[]> {
  const known = groups.get(list)
  if (known) return known
  const made = new Map<string, Option[]>()
  for (const option of list) {
    const { within = '' } = option
    const group = made.get(within)
    if (group) group.push(option)
    else made.set(within, [option])
  }
  groups.set(list, made)
  return made
}

function narrowedBy(definition: QuestionDefinition): string | undefined {
  return definition.kind === 'select' || definition.kind === 'radios' ? definition.of : undefined
}

/**
 * A list that knows nothing under this answer, as when the communes of a province were never loaded: the person then
 * writes it, and an officer reads it.
 */
export function isOpen(definition: QuestionDefinition, options: readonly Option[]): boolean {
  return narrowedBy(definition) !== undefined && options.length === 0
}

const labels = new WeakMap<readonly Option[], ReadonlyMap<string, Option>>()

/** The option of a value. The lists are long and the same for everyone, so each is indexed once. */
export function optionWith(list: readonly Option[], value: string): Option | undefined {
  const known = labels.get(list) ?? new Map(list.map((option) => [option.value, option]))
  labels.set(list, known)
  return known.get(value)
}

const folded = new WeakMap<readonly Option[], readonly { text: string; option: Option }[]>()

function foldedOf(list: readonly Option[]) {
  const known = folded.get(list)
  if (known) return known
  const made = list.flatMap((option) => {
    const { vi, en } = option.label
    const names = [option.value, vi, ...(en === vi ? [] : [en]), ...(option.also ?? [])]
    return names.map((text) => ({ text: fold(text), option }))
  })
  folded.set(list, made)
  return made
}

/** How many are offered when several fit. */
const OFFERED = 8

/** What fits the words a person typed: the whole label first, then its beginning, then any part. */
export function search(list: readonly Option[], typed: string): readonly Option[] {
  const wanted = fold(typed).trim().replace(/\s+/g, ' ').slice(0, 100)
  if (wanted === '') return []
  const all = foldedOf(list)
  const unique = (found: typeof all) => [...new Set(found.map(({ option }) => option))]
  const exact = unique(all.filter(({ text }) => text === wanted))
  if (exact.length > 0) return exact.slice(0, OFFERED)
  const first = all.filter(({ text }) => text.startsWith(wanted))
  const inside = all.filter(({ text }) => !text.startsWith(wanted) && text.includes(wanted))
  return unique([...first, ...inside]).slice(0, OFFERED)
}

/** What a searched choice comes to: the value, once the words name exactly one; otherwise as typed. */
export function found(definition: ChoiceQuestion, list: readonly Option[], said: Answer): Answer {
  if (!definition.search || typeof said !== 'string' || optionWith(list, said)) return said
  const fits = search(list, said)
  return fits.length === 1 && fits[0] ? fits[0].value : said
}

/** What was chosen and is not on the list. */
export function notOffered(options: readonly Option[], answer: Answer): readonly string[] {
  const chosen = Array.isArray(answer) ? answer.map((one) => (typeof one === 'string' ? one : '')) : [rawText(answer)]
  return chosen.filter((value) => !optionWith(options, value))
}
