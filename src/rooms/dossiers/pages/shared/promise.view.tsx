import { useFrame } from '#platform/html/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import type { Dossier } from '../../dossier.ts'
import { sayMoment } from './moment.ts'
import { en } from './promise.en.ts'
import { vi } from './promise.vi.ts'

/** A later date never silently replaces an earlier one: what was first promised, and why the limit began anew. */
export function FirstPromise({
  promise,
}: {
  promise: Pick<Dossier, 'dueAt' | 'originalDueAt' | 'receivedAt' | 'clockFrom'>
}) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  const { dueAt, originalDueAt, receivedAt, clockFrom } = promise
  if (!originalDueAt || originalDueAt === dueAt) return null
  const restarted = receivedAt && clockFrom && clockFrom > receivedAt
  return (
    <p class="small quiet">
      <span class="num">{t.first(sayMoment(originalDueAt, language))}</span>{' '}
      {restarted && <span class="num">{t.restarted(sayMoment(clockFrom, language))}</span>}
    </p>
  )
}
