import type { VNode } from 'preact'
import { groupDigits } from '#kernel/money.ts'
import { useFrame } from '#platform/html/frame.ts'
import { SummaryList } from '#platform/html/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import type { ServiceDefinition } from '#rooms/forms/index.ts'
import type { ChannelOffer, Fee } from '../../record.ts'
import { lengthText, useFactWords, Vietnamese } from '../shared/facts.tsx'
import { Blocks, Fold, type ProcedureWords } from './blocks.view.tsx'

interface OfferedWaysProps {
  offered: ServiceDefinition
  desks: readonly Unit[]
  t: ProcedureWords
}

/** The ways of this portal, each in a sentence, and the places. The fee and the time are the same for all. */
export function OfferedWays({ offered, desks, t }: OfferedWaysProps): VNode {
  const { agency, language } = useFrame()
  const facts = useFactWords()
  const shown = offered.documents.some(({ by }) => by === 'present')
  const centre = desks.find(({ kind }) => kind === 'service-centre') ?? desks[0]
  const address = centre && [centre.name[language], centre.address?.[language]].filter(Boolean).join(', ')
  const text = {
    online: t.onlineHere,
    counter: agency.kind === 'province' ? t.counterHere : t.counterMinistry,
    post: [t.postHere(address ?? agency.contact.address[language]), shown ? t.postCertified : ''].join(' ').trim(),
  }
  return (
    <section class="sec" aria-labelledby="cn">
      <h2 id="cn" tabIndex={-1}>
        {t.threeWays}
      </h2>
      <SummaryList
        items={offered.channels.map((channel) => ({ label: facts.channels[channel], value: text[channel] }))}
      />
      {desks.length > 0 && (
        <Fold title={t.places(desks.length)}>
          <ul>
            {desks.map((desk) => (
              <li key={desk.id}>
                <b>{desk.name[language]}</b>
                {desk.address && <>, {desk.address[language]}</>}
                {desk.phone && (
                  <>
                    {', '}
                    <a href={`tel:${desk.phone.replace(/[^\d+]/g, '')}`}>{desk.phone}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

/** Longer than this a sentence of the record is not for a table: it is read in the full text. */
const SHORT = 140

/** Channel by channel of the national record: how long and how much. Channels that say the same stand in one row. */
export function NationalWays({ channels, t }: { channels: readonly ChannelOffer[]; t: ProcedureWords }): VNode | null {
  const facts = useFactWords()
  if (channels.length === 0) return null
  const rows = Map.groupBy(channels, ({ limit, fees }) => JSON.stringify([limit, fees]))
  return (
    <section class="sec" aria-labelledby="cn">
      <h2 id="cn">{t.ways}</h2>
      <table class="cards">
        <caption class="vh">{t.ways}</caption>
        <thead>
          <tr>
            <th scope="col">{t.way}</th>
            <th scope="col">{t.time}</th>
            <th scope="col">{t.fee}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows.values()].map((same, at) => (
            <tr key={at}>
              <th scope="row">{[...new Set(same.map(({ channel }) => facts.channels[channel]))].join(', ')}</th>
              <td data-label={t.time}>
                <Time way={same[0]} t={t} />
              </td>
              <td data-label={t.fee}>
                <Fees way={same[0]} t={t} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface WayProps {
  way: ChannelOffer | undefined
  t: ProcedureWords
}

function Time({ way, t }: WayProps): VNode | null {
  const facts = useFactWords()
  if (!way) return null
  const { amount, unit, text } = way.limit
  if (amount !== null && unit) return <b class="num">{lengthText({ amount, unit }, facts)}</b>
  return <span>{text === '' ? facts.limitVaries : <Short text={text} t={t} />}</span>
}

const MOST_FEES = 4

function Fees({ way, t }: WayProps): VNode | null {
  const facts = useFactWords()
  if (!way) return null
  return (
    <div>
      {way.fees.length === 0 && facts.feeUnknown}
      {way.fees.slice(0, MOST_FEES).map((fee, at) => (
        <FeeLine key={at} fee={fee} short t={t} />
      ))}
      {way.fees.length > MOST_FEES && <p class="small quiet">{t.more}</p>}
    </div>
  )
}

export function FeeLine({ fee, short = false, t }: { fee: Fee; short?: boolean; t: ProcedureWords }): VNode {
  const facts = useFactWords()
  const money = fee.currency === 'USD' ? facts.dollars : facts.money
  const amount = fee.amount === null ? '' : fee.amount === 0 ? facts.free : money(groupDigits(fee.amount))
  return (
    <p>
      {t.feeKinds[fee.kind]}: {amount && <b class="num">{amount}</b>}
      {amount && fee.text && '. '}
      {short ? <Short text={fee.text} t={t} /> : <Vietnamese>{fee.text}</Vietnamese>}
      {!amount && !fee.text && facts.feeUnknown}
    </p>
  )
}

/** A sentence of the publisher, or where to read it. */
function Short({ text, t }: { text: string; t: ProcedureWords }): VNode {
  return <>{text.length <= SHORT ? <Vietnamese>{text}</Vietnamese> : t.more}</>
}

/** The record's channels word for word, notes and all. */
export function VerbatimWays({ channels, t }: { channels: readonly ChannelOffer[]; t: ProcedureWords }): VNode {
  const facts = useFactWords()
  return (
    <>
      {channels.map(({ channel, limit, notes, fees }, at) => (
        <div key={at} class="flow">
          <h4>{facts.channels[channel]}</h4>
          {limit.text && <Blocks blocks={[{ kind: 'paragraph', text: limit.text }]} />}
          <Blocks blocks={notes} />
          {fees.map((fee, step) => (
            <FeeLine key={step} fee={fee} t={t} />
          ))}
        </div>
      ))}
    </>
  )
}
