import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  Details,
  ErrorSummary,
  Form,
  Hidden,
  LongText,
  Notice,
  Page,
  Select,
  SummaryList,
  TextField,
} from '#platform/html/index.ts'
import { formatMoney } from '#platform/i18n/index.ts'
import type { Offer, Shown } from '../../commands/prepare.ts'
import { canCancel, canSendAgain } from '../../item.ts'
import type { vi as says } from '../../post.vi.ts'
import { PROVINCES } from '../../provinces.ts'
import { StateTag, TrackingList } from '../shared/tracking.view.tsx'
import type { vi } from './item.vi.ts'
import type { TypedParcel } from './typed.ts'

interface Props extends Shown {
  typed: TypedParcel
  offers?: readonly Offer[]
  errors?: readonly FieldError[]
  t: typeof vi & { says: typeof says }
}

/** One item of the desk: first the address and the price, then where it is. R-197 */
export function ItemPage(props: Props) {
  const { item, errors = [], t } = props
  return (
    <Page
      title={`${t.title}, ${item.ref}`}
      errors={errors}
      path={`/desk/post/${item.id}`}
      private
      before={<BackLink href="/desk/post">{t.back}</BackLink>}
    >
      <ErrorSummary errors={errors} />
      <p class="num quiet">{item.ref}</p>
      <h1>{t.title}</h1>
      <p>
        <StateTag state={item.state} says={t.says} />
      </p>
      {item.problem && (
        <Notice kind="wait" title={t.problem}>
          <p>{item.problem}</p>
        </Notice>
      )}
      {item.state === 'ordering' && <Notice kind="wait">{t.noAnswerYet}</Notice>}
      {item.state === 'returned' && <Notice kind="wait">{t.cameBack}</Notice>}
      {item.state === 'wished' ? <ToPack {...props} /> : <OnTheWay {...props} />}
      {canCancel(item) && <Cancel {...props} />}
      {canSendAgain(item) && (
        <Form action={`/desk/post/${item.id}/second-item`}>
          <Buttons>
            <Button kind="two">{t.sendAgain}</Button>
          </Buttons>
        </Form>
      )}
    </Page>
  )
}

function ToPack({ item, typed, offers, errors = [], offered, t }: Props) {
  const provinces = Object.entries(PROVINCES).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Form action={`/desk/post/${item.id}/prices`} class="form">
        <p class="hint">{t.checkAddress}</p>
        <TextField name="name" label={t.name} value={typed.name} errors={errors} />
        <TextField name="phone" label={t.phone} value={typed.phone} errors={errors} type="tel" width="medium" />
        <TextField name="address" label={t.address} value={typed.address} errors={errors} />
        <TextField name="commune" label={t.commune} value={typed.commune} errors={errors} optional />
        <Select name="province" label={t.province} value={typed.province} errors={errors} items={provinces} />
        <TextField
          name="weight"
          label={t.weight}
          value={typed.weight}
          errors={errors}
          inputmode="numeric"
          width="short"
        />
        <Buttons>
          <Button kind={offers ? 'two' : 'main'}>{offers ? t.askAgain : t.ask}</Button>
        </Buttons>
      </Form>
      {offered.length === 0 && <Notice kind="wait">{t.noCarrier}</Notice>}
      {offers && <Offers id={item.id} offers={offers} t={t} />}
    </>
  )
}

function Offers({ id, offers, t }: { id: string; offers: readonly Offer[]; t: Props['t'] }) {
  return (
    <section class="sec" aria-labelledby="offers">
      <h2 id="offers">{t.offers}</h2>
      {offers.map(({ carrier, priced }) => (
        <Form key={carrier} action={`/desk/post/${id}/order`} label={t.says.carriers[carrier]}>
          <Hidden name="carrier" value={carrier} />
          <p>
            <b>{t.says.carriers[carrier]}</b>: {sayOffer(priced, t)}
          </p>
          {priced.outcome === 'priced' && (
            <Buttons>
              <Button small>{t.order(t.says.carriers[carrier])}</Button>
            </Buttons>
          )}
        </Form>
      ))}
    </section>
  )
}

function sayOffer(priced: Offer['priced'], t: Props['t']): string {
  if (priced.outcome === 'priced') return formatMoney(priced.price)
  return priced.outcome === 'refused' ? t.noPrice(priced.detail) : t.notReached
}

function OnTheWay({ item, moves, t }: Props) {
  const { receiver, carrier, itemCode, price } = item
  const province = PROVINCES[receiver.province] ?? receiver.province
  const where = [receiver.address, receiver.commune, province].filter(Boolean).join(', ')
  return (
    <>
      <SummaryList
        items={[
          { label: t.says.receiver, value: `${receiver.name}, ${receiver.phone}` },
          { label: t.address, value: where },
          { label: t.carrier, value: carrier ? t.says.carriers[carrier] : t.none },
          { label: t.says.itemCode, value: itemCode ?? t.none },
          { label: t.says.price, value: price === undefined ? t.none : formatMoney(price) },
          ...(item.cancelledBecause ? [{ label: t.cancelledBecause, value: item.cancelledBecause }] : []),
        ]}
      />
      <h2>{t.says.tracking}</h2>
      <TrackingList moves={moves} says={t.says} />
    </>
  )
}

function Cancel({ item, errors = [], t }: Props) {
  return (
    <Details summary={t.cancelSummary} open={errors.some(({ field }) => field === 'reason')}>
      <Form action={`/desk/post/${item.id}/cancellation`}>
        <LongText name="reason" label={t.reason} rows={2} errors={errors} />
        <Buttons>
          <Button kind="stop" small>
            {t.cancel}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}
