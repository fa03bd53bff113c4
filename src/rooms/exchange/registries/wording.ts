import { localDate } from '#kernel/local-date.ts'
import { money } from '#kernel/money.ts'
import { formatDate, formatMoney, type Language } from '#platform/i18n/index.ts'
import { en as exchangeEn } from '../exchange.en.ts'
import { vi as exchangeVi } from '../exchange.vi.ts'
import { sayDestination } from '../wording.ts'
import type { EvidenceField, RegistryName } from './lookup.ts'
import { en } from './registries.en.ts'
import { vi } from './registries.vi.ts'

type Named = Readonly<Record<string, string | undefined>>

export function sayRegistry(name: RegistryName, language: Language): string {
  return sayDestination(name, language === 'vi' ? exchangeVi : (exchangeEn as typeof exchangeVi))
}

export function sayEvidenceField(field: EvidenceField, language: Language): string {
  return (language === 'vi' ? vi : en).fields[field]
}

/** What stands in the field, in words: codes by their names, days as they are written here. */
export function sayEvidence(field: EvidenceField, value: string, language: Language): string {
  const t = language === 'vi' ? vi : en
  if (field === 'gender') return (t.genders as Named)[value] ?? value
  if (field === 'maritalStatus') return (t.marital as Named)[value] ?? value
  if (field === 'caseState') return (t.caseStates as Named)[value] ?? value
  if (field === 'payable') return formatMoney(money(Number(value)))
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(localDate(value)) : value
}
