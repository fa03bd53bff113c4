import { fold } from '#kernel/vietnamese.ts'
import type { Audience } from '../record.ts'

const AUDIENCES: [RegExp, Audience][] = [
  [/^cong dan viet nam/, 'citizen'],
  [/doanh nghiep|hop tac xa/, 'business'],
  [/^nguoi viet nam dinh cu/, 'overseas'],
  [/^(nguoi|to chuc) nuoc ngoai/, 'foreigner'],
  [/can bo, cong chuc|dang vien|to chuc dang/, 'official'],
  [/^to chuc|co quan/, 'organisation'],
]

/** `Tổ chức (không bao gồm doanh nghiệp, HTX)` is an organisation, although it names enterprises. */
function audienceOf(name: string): Audience | undefined {
  const folded = fold(name).trim()
  if (/^to chuc \(khong/.test(folded)) return 'organisation'
  return AUDIENCES.find(([shape]) => shape.test(folded))?.[1]
}

/** Our six audiences for the publishers' sixteen; names we do not know are told to `unknown`. */
export function audiencesOf(names: string[], unknown: (name: string) => void): Audience[] {
  const found = new Set<Audience>()
  for (const name of names) {
    const audience = audienceOf(name)
    if (audience) found.add(audience)
    else unknown(name)
  }
  return [...found].sort()
}
