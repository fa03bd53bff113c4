import { formatDate } from '#platform/i18n/index.ts'
import type { Told } from '../channel.ts'
import { en } from './short.en.ts'
import { vi } from './short.vi.ts'

const WITH_DAY: readonly Told['occasion'][] = ['received', 'due-moved']

function wordsOf({ language }: Pick<Told, 'language'>): typeof vi {
  return language === 'vi' ? vi : (en as typeof vi)
}

/** The few things a short channel may say. No name, no procedure, no reason: others read over a shoulder. R-159 */
export const shortFactNames = ['ref', 'status', 'returnOn', 'host', 'greeting'] as const
export type ShortFacts = Record<(typeof shortFactNames)[number], string>

/** In the person's language; a fact that is not known is empty. `greeting` stands where a template wants a name. */
export function shortFacts(told: Told): ShortFacts {
  const words = wordsOf(told)
  return {
    ref: told.ref,
    status: words.statuses[told.occasion],
    returnOn: told.returnOn ? formatDate(told.returnOn) : '',
    host: told.portalHost,
    greeting: words.greeting,
  }
}

/** `Hồ sơ H99.12-261119-0007: đã tiếp nhận, hẹn trả 25/11/2026. Xem tại dichvucong.tinhmau.gov.vn.`, in its parts. */
export function shortText(told: Told): { message: string; see: string } {
  const words = wordsOf(told)
  const { status, returnOn } = shortFacts(told)
  const said = returnOn && WITH_DAY.includes(told.occasion) ? words.due(status, returnOn) : status
  return { message: words.message({ ref: told.ref, status: said }), see: words.see(told.portalHost) }
}
