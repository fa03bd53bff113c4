import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { LawId } from './clause.ts'
import type { Standing } from './finding.ts'

const STANDINGS: Record<Standing, Bilingual> = {
  met: { vi: 'Đạt', en: 'Met' },
  partly: { vi: 'Đạt một phần', en: 'Partly met' },
  'not-met': { vi: 'Chưa đạt', en: 'Not met' },
  'not-applicable': { vi: 'Không áp dụng', en: 'Does not apply' },
  unknown: { vi: 'Chưa chứng minh', en: 'Not proven' },
}

export const LAWS: Record<LawId, Bilingual> = {
  'decree-224-2026': {
    vi: 'Nghị định 224/2026/NĐ-CP, Điều 11, 14 đến 20',
    en: 'Decree 224/2026/NĐ-CP, Articles 11 and 14 to 20',
  },
  'circular-11-2025': {
    vi: 'Thông tư 11/2025/TT-BKHCN, 31 chức năng',
    en: 'Circular 11/2025/TT-BKHCN, 31 functions',
  },
  'decree-42-2022': {
    vi: 'Nghị định 42/2022/NĐ-CP, Điều 13, 15 và 20',
    en: 'Decree 42/2022/NĐ-CP, Articles 13, 15 and 20',
  },
}

export const sayStanding = (standing: Standing, language: Language): string => STANDINGS[standing][language]
export const sayLaw = (law: LawId, language: Language): string => LAWS[law][language]
