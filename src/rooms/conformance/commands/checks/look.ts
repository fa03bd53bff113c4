import type { Bilingual, Language, Words } from '#platform/i18n/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import type { Finding, Standing } from '../../finding.ts'
import { en } from './evidence.en.ts'
import { vi } from './evidence.vi.ts'

/** What a check may look at. */
export interface Scene {
  agency: Agency
  hosts: readonly { host: string; language: Language }[]
  at: Date
  /** AAAA records of a name, as `dns.resolve6` gives them. */
  resolve6(host: string): Promise<string[]>
  simulated: boolean
}

export type Check = (scene: Scene) => Promise<Finding>

/** A finding with its evidence in both languages. */
export function finding(
  standing: Standing,
  say: (words: Words<typeof vi>) => string,
  facts: Finding['facts'] = {},
): Finding {
  const evidence: Bilingual = { vi: say(vi), en: say(en) }
  return { standing, evidence, facts }
}
