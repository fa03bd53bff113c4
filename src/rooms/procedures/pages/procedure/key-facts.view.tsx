import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { type KeyFact, KeyFacts } from '#platform/html/index.ts'
import { feeFact, type LimitFact, limitFact } from '../../card.ts'
import type { ProcedureRecord } from '../../record.ts'
import { feeText, limitText, useFactWords, Vietnamese } from '../shared/facts.tsx'
import type { ProcedureWords } from './blocks.view.tsx'
import type { Offer } from './offer.ts'

interface Props {
  t: ProcedureWords
  record: ProcedureRecord
  /** What the package says here; undefined when it cannot be applied for on this portal. */
  offer: Offer | undefined
}

/** Four answers before any scrolling: how long, how much, who, what it asks of you. */
export function FourFacts({ t, record, offer }: Props): VNode {
  const facts = useFactWords()
  const { agency } = useFrame()
  const limit = offer?.limit ?? limitFact(record)
  const anywhere = record.anywhereInProvince || (offer !== undefined && agency.kind === 'province')
  return (
    <KeyFacts
      facts={[
        { label: t.limit, value: upper(limitText(limit, facts)), note: limitNote(limit, { offer, t }) },
        offer ? offeredFee(offer, { t, facts }) : publishedFee(record, { t, facts }),
        {
          label: t.decides,
          value: <Vietnamese>{record.executing[0]?.name ?? t.unknownAgency}</Vietnamese>,
          note: anywhere ? t.anywhere : '',
        },
        { label: t.prepare, ...(offer ? offeredPapers(offer, t) : publishedPapers(record, t)) },
      ]}
    />
  )
}

function limitNote({ from }: LimitFact, { offer, t }: { offer: Offer | undefined; t: ProcedureWords }): string {
  if (!from) return ''
  if (!offer) return t.limitNote
  const first = from.amount === 0 ? t.limitSameDay : t.limitAfter
  return offer.longerCases ? `${first}; ${t.limitElse}` : first
}

type FeeWords = { t: ProcedureWords; facts: ReturnType<typeof useFactWords> }

function offeredFee({ fee }: Offer, { t, facts }: FeeWords): KeyFact {
  const { language } = useFrame()
  if (fee.amounts.length === 0) {
    return fee.more
      ? { label: t.fee, value: facts.feeVaries, note: t.feeNote }
      : { label: t.fee, value: t.feeUnset, note: fee.law && t.feeByLaw(fee.law) }
  }
  const exempt = fee.exempt.map((name) => lowerFirst(name[language])).join(', ')
  return { label: t.fee, value: feeText(fee, facts), note: exempt && t.feeExempt(exempt) }
}

/** The record's own sentence, when it is short and there is no figure. */
function publishedFee(record: ProcedureRecord, { t, facts }: FeeWords): KeyFact {
  const fee = feeFact(record)
  const said = record.channels[0]?.fees[0]?.text ?? ''
  const value = fee.amounts.length === 0 && said !== '' && said.length <= 40 ? said : feeText(fee, facts)
  return { label: t.fee, value, note: fee.more ? t.feeNote : '' }
}

function offeredPapers({ papers }: Offer, t: ProcedureWords): Pick<KeyFact, 'value' | 'note'> {
  const bring = papers.filter(({ kind }) => kind === 'bring').length
  const some = papers.some(({ kind }) => kind === 'case')
  if (bring > 0) return { value: t.papersCount(bring), note: some ? t.papersSome : '' }
  return { value: t.noPapers, note: some ? t.noPapersNote : t.noPapersAtAll }
}

function publishedPapers(record: ProcedureRecord, t: ProcedureWords): Pick<KeyFact, 'value' | 'note'> {
  const papers = record.papers.flatMap((group) => group.papers).length
  return papers > 0 ? { value: t.papersCount(papers), note: t.papersSome } : { value: t.papersNone, note: '' }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
