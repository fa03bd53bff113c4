import { BackLink, Page, SummaryList } from '#platform/html/index.ts'
import { formatMoney } from '#platform/i18n/index.ts'
import type { Tracking } from '../../commands/list.ts'
import type { vi as says } from '../../post.vi.ts'
import { PROVINCES } from '../../provinces.ts'
import { StateTag, TrackingList } from '../shared/tracking.view.tsx'
import type { vi } from './mine.vi.ts'

interface Props {
  mine: readonly Tracking[]
  t: typeof vi & { says: typeof says }
}

/** Where the person's results are on their way by post. R-197 */
export function MinePage({ mine, t }: Props) {
  return (
    <Page title={t.title} private before={<BackLink href="/my">{t.back}</BackLink>}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {mine.length === 0 && <p>{t.none}</p>}
      {mine.map((tracking) => (
        <One key={tracking.item.id} {...tracking} t={t} />
      ))}
    </Page>
  )
}

function One({ item, moves, t }: Tracking & { t: Props['t'] }) {
  const { receiver, carrier, itemCode, price, state } = item
  return (
    <section class="sec" aria-labelledby={item.id}>
      <h2 id={item.id}>
        {t.result}{' '}
        <a class="nb" href={`/my/dossiers/${item.ref}`}>
          {item.ref}
        </a>
      </h2>
      <p>
        <StateTag state={state} says={t.says} />
      </p>
      {state === 'returned' && <p>{t.cameBack}</p>}
      <SummaryList
        items={[
          {
            label: t.says.receiver,
            value: [receiver.name, receiver.address, receiver.commune, PROVINCES[receiver.province]]
              .filter(Boolean)
              .join(', '),
          },
          ...(carrier && itemCode
            ? [{ label: t.says.itemCode, value: `${itemCode} (${t.says.carriers[carrier]})` }]
            : []),
          ...(price === undefined ? [] : [{ label: t.says.price, value: formatMoney(price) }]),
        ]}
      />
      {carrier && (
        <>
          <h3>{t.says.tracking}</h3>
          <TrackingList moves={moves} says={t.says} />
        </>
      )}
    </section>
  )
}
