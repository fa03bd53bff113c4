import type { ComponentChildren, VNode } from 'preact'
import { groupDigits } from '#kernel/money.ts'
import { useFrame } from '#platform/html/frame.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { FeeFact, LimitFact } from '../../card.ts'
import type { PlainWords, TimeUnit } from '../../record.ts'
import { en } from './facts.en.ts'
import { vi } from './facts.vi.ts'

export type FactWords = Words<typeof vi>

/** The words of facts in the language of the page. */
export function useFactWords(): FactWords {
  return useFrame().language === 'vi' ? vi : en
}

export function lengthText(length: { amount: number; unit: TimeUnit }, t: FactWords): string {
  if (length.amount === 0) return t.sameDay
  const amount = String(length.amount).replace('.', ',')
  const unit = t.units[length.unit]
  return `${amount} ${length.amount === 1 && t === en ? unit.replace(/s$/, '') : unit}`
}

export function limitText({ from, to }: LimitFact, t: FactWords): string {
  if (!from || !to) return t.limitVaries
  // `1 ngày` and `1 ngày làm việc` in one record: the longer is the promise that holds.
  if (from.amount === to.amount) return lengthText(to, t)
  if (from.unit !== to.unit) return t.range(lengthText(from, t), lengthText(to, t))
  return `${String(from.amount).replace('.', ',')}–${lengthText(to, t)}`
}

export function feeText({ amounts, currency, more, each }: FeeFact, t: FactWords): string {
  const [first, ...others] = amounts
  const last = others.at(-1)
  if (first === undefined) return more ? t.feeVaries : t.feeUnknown
  const money = (text: string) => (currency === 'USD' ? t.dollars(text) : t.money(text))
  if (last !== undefined) return money(`${groupDigits(first)}–${groupDigits(last)}`)
  if (first === 0) return t.free
  return [money(groupDigits(first)), each?.[t === en ? 'en' : 'vi']].filter(Boolean).join(' ')
}

/** Vietnamese inside an English page, so that a screen reader says it as Vietnamese. */
export function Vietnamese({ children }: { children: ComponentChildren }): ComponentChildren {
  return useFrame().language === 'vi' ? children : <bdi lang="vi">{children}</bdi>
}

/** The English name or summary where there is one, the Vietnamese marked as such where there is not. */
export function plainIn(
  plain: { vi: PlainWords; en?: PlainWords } | undefined,
  language: 'vi' | 'en',
): PlainWords | undefined {
  return language === 'vi' ? plain?.vi : plain?.en
}

export function Crumbs({
  here,
  between = [],
}: {
  here: ComponentChildren
  between?: { href: string; label: string }[]
}): VNode {
  const t = useFactWords()
  return (
    <nav class="crumb" aria-label={t.path}>
      <ol>
        <li>
          <a href="/">{t.home}</a>
        </li>
        {between.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>
              <Vietnamese>{label}</Vietnamese>
            </a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  )
}
