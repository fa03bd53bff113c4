import { formatNumber } from '#platform/i18n/index.ts'
import type { Comparison } from '../../fairness/compare.ts'
import type { Saying } from '../shared/said.ts'
import type { vi } from './equal-treatment.vi.ts'

interface Voice {
  saying: Saying
  t: typeof vi
}

function isTime({ measure }: Comparison): boolean {
  return measure === 'receive' || measure === 'finish'
}

/** In per cent longer or shorter, or in dossiers of a hundred; one digit. */
function said(found: Comparison, value: number, { saying, t }: Voice): string {
  const raw = isTime(found) ? (value - 1) * 100 : value * 100
  const tenths = Math.round(Math.abs(raw) * 10) / 10
  if (tenths === 0) return t.same
  const text = formatNumber(tenths, saying.language)
  if (isTime(found)) return raw > 0 ? t.longer(text) : t.shorter(text)
  return raw > 0 ? t.more(text) : t.fewer(text)
}

/** The size of the difference, in plain words. */
export function sayEffect(found: Comparison, voice: Voice): string {
  return found.tested ? said(found, found.tested.effect, voice) : voice.t.verdicts['too-few']
}

export function sayRange(found: Comparison, voice: Voice): string {
  const { tested } = found
  return tested ? voice.t.range(said(found, tested.low, voice), said(found, tested.high, voice)) : ''
}
