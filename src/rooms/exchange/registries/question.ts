import type { Bilingual } from '#platform/i18n/index.ts'
import type { RequiredDocument } from '#rooms/forms/index.ts'
import type { Keys, RegistryName } from './lookup.ts'

/** A row of data: which registry stands for a component, and by what it is asked. */
export interface QuestionRow {
  component: string
  registry: RegistryName
  /** Key → where it stands in the dossier, or `=word`. */
  keys: Keys
  basis: string
}

/** What stands for one component of a dossier. */
export interface RegistryQuestion extends QuestionRow {
  name: Bilingual
  source: Bilingual
}

/** By what each registry is asked when nothing else is said. */
const USUAL_KEYS: Readonly<Record<RegistryName, Keys>> = {
  population: { idNumber: 'owner.identityNumber', name: 'owner.name', born: 'owner.born' },
  business: { code: 'owner.identityNumber', name: 'owner.name' },
  'civil-status': { code: 'dossier.code' },
  'criminal-record': { code: 'dossier.code' },
  land: { code: 'dossier.code' },
  'social-assistance': { code: 'dossier.code' },
  'driving-licence': { code: 'dossier.code' },
}

/** @see Decree 104/2022, Art. 14: residence is read from the database, not from paper */
const USUAL_BASIS = 'Nghị định 104/2022/NĐ-CP, Điều 14'

function isRegistry(name: string): name is RegistryName {
  return Object.hasOwn(USUAL_KEYS, name)
}

/** The questions of a dossier's components: what the package says, and where a row says otherwise, the row. */
export function questionsOf(
  documents: readonly RequiredDocument[],
  rows: readonly QuestionRow[],
): readonly RegistryQuestion[] {
  return documents.flatMap(({ id, name, source, registry }) => {
    const row = rows.find(({ component }) => component === id)
    const asked: string | undefined = row?.registry ?? registry
    if (asked === undefined || !isRegistry(asked)) return []
    const basis = row?.basis ?? source?.vi ?? USUAL_BASIS
    return [
      {
        component: id,
        registry: asked,
        keys: { ...USUAL_KEYS[asked], ...row?.keys },
        basis,
        name,
        source: row || !source ? { vi: basis, en: basis } : source,
      },
    ]
  })
}

/** What a key may be read from: `owner.name`, `answers.{question}`, `dossier.code` … */
export type Facts = Readonly<Record<string, string | undefined>>

/** The keys as this dossier fills them; one that it does not know is left out. */
export function fillKeys(keys: Keys, facts: Facts): Keys {
  const filled = Object.entries(keys).map(([key, place]) => [
    key,
    place.startsWith('=') ? place.slice(1) : facts[place],
  ])
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined && value !== ''))
}

/** Keys the registry needs and the dossier does not know. */
export function missingKeys(needs: readonly string[], keys: Keys): readonly string[] {
  return needs.filter((key) => keys[key] === undefined)
}
