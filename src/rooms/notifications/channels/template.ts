import type { Told } from '../channel.ts'
import { type ShortFacts, shortFacts } from './short.ts'

/** What the other side has registered: its number, and which fact stands in which place of it. */
export interface Registered {
  id: string
  params: Readonly<Record<string, keyof ShortFacts>>
}

/** By `{occasion}:{language}`, `{occasion}`, `*:{language}` or `*`; the first that fits and whose facts are all known. */
export type Templates = Readonly<Record<string, Registered>>

/** The template to use, filled in; undefined when none was registered for this. */
export function fillTemplate(
  templates: Templates,
  told: Told,
): { id: string; values: Record<string, string> } | undefined {
  const facts = shortFacts(told)
  const { occasion, language } = told
  for (const key of [`${occasion}:${language}`, occasion, `*:${language}`, '*']) {
    const template = Object.hasOwn(templates, key) ? templates[key] : undefined
    const values = Object.entries(template?.params ?? {}).map(([name, fact]) => [name, facts[fact]] as const)
    if (template && values.every(([, value]) => value !== '')) {
      return { id: template.id, values: Object.fromEntries(values) }
    }
  }
  return undefined
}
