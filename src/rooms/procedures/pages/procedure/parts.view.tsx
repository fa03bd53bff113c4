import type { ComponentChildren, VNode } from 'preact'
import { groupDigits } from '#kernel/money.ts'
import { useFrame } from '#platform/html/frame.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { ChannelOffer, Fee, PaperGroup, Step, TextBlock } from '../../record.ts'
import { lengthText, useFactWords, Vietnamese } from '../shared/facts.tsx'
import type { vi } from './procedure.vi.ts'

export type ProcedureWords = Words<typeof vi>

/** Paragraphs, and runs of items as lists. Everything is text: what a publisher wrote is never markup here. */
export function Blocks({ blocks }: { blocks: readonly TextBlock[] }): VNode {
  const runs: TextBlock[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === 'item' && block.kind === 'item') last.push(block)
    else runs.push([block])
  }
  return (
    <Lang>
      {runs.map((run, at) =>
        run[0]?.kind === 'item' ? (
          <ul key={at}>
            {run.map(({ text }, step) => (
              <li key={step}>{text}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{run[0]?.text}</p>
        ),
      )}
    </Lang>
  )
}

/** A block of Vietnamese inside an English page. */
export function Lang({ children }: { children: ComponentChildren }): VNode {
  const { language } = useFrame()
  return (
    <div class="flow" lang={language === 'vi' ? undefined : 'vi'}>
      {children}
    </div>
  )
}

export function Papers({ groups, t }: { groups: readonly PaperGroup[]; t: ProcedureWords }): VNode | null {
  const notes = groups.flatMap((group) => group.notes)
  const withPapers = groups.filter(({ papers }) => papers.length > 0)
  if (groups.length === 0) return null
  return (
    <section class="sec" aria-labelledby="gt">
      <h2 id="gt">{t.papers}</h2>
      {withPapers.length === 0 && <p>{t.papersNone}</p>}
      {withPapers.map(({ name, papers }, at) => (
        <div key={at} class="flow">
          {name && (
            <h3>
              <Vietnamese>{name}</Vietnamese>
            </h3>
          )}
          <ol class="papers">
            {papers.map((paper, step) => (
              <li key={step}>
                <PaperName name={paper.name} />
                <span class="tag">{t.copies(paper.originals, paper.copies)}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {notes.length > 0 && (
        <details>
          <summary>{t.notes(notes.length)}</summary>
          <Blocks blocks={notes.map((text) => ({ kind: 'item', text }))} />
        </details>
      )}
    </section>
  )
}

const HEADING = 90

/** A short name is a heading, a long one (publishers write whole provisions) is text. */
function PaperName({ name }: { name: string }): VNode {
  const { language } = useFrame()
  const lang = language === 'vi' ? undefined : 'vi'
  return name.length <= HEADING ? <h4 lang={lang}>{name}</h4> : <p lang={lang}>{name}</p>
}

/** Lines of a step that are shown before the rest is folded away. */
const FIRST_LINES = 6

export function Steps({ steps, t }: { steps: readonly Step[]; t: ProcedureWords }): VNode | null {
  const { language } = useFrame()
  if (steps.length === 0) return null
  const only = steps.length === 1 ? steps[0] : undefined
  return (
    <section class="sec" aria-labelledby="bc">
      <h2 id="bc">{t.steps}</h2>
      {only ? (
        <LongText blocks={only.text} t={t} />
      ) : (
        <ol class="steps">
          {steps.map(({ title, titleEn, text }, at) => (
            <li key={at}>
              <div>
                <h3>{(language === 'en' && titleEn) || <Vietnamese>{title || t.step(at + 1)}</Vietnamese>}</h3>
                <Blocks blocks={text} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function LongText({ blocks, t }: { blocks: readonly TextBlock[]; t: ProcedureWords }): VNode {
  const rest = blocks.slice(FIRST_LINES)
  return (
    <div class="measure flow">
      <Blocks blocks={blocks.slice(0, FIRST_LINES)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.moreSteps}</summary>
          <Blocks blocks={rest} />
        </details>
      )}
    </div>
  )
}

/** Channel by channel: how long and how much. Channels that say the same stand in one row. */
export function Ways({ channels, t }: { channels: readonly ChannelOffer[]; t: ProcedureWords }): VNode | null {
  const facts = useFactWords()
  if (channels.length === 0) return null
  const rows = Map.groupBy(channels, ({ limit, notes, fees }) => JSON.stringify([limit, notes, fees]))
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
          {[...rows.values()].map((same, at) => {
            const [first] = same
            if (!first) return null
            const { limit, notes, fees } = first
            const length =
              limit.amount !== null && limit.unit && lengthText({ amount: limit.amount, unit: limit.unit }, facts)
            return (
              <tr key={at}>
                <th scope="row">{[...new Set(same.map(({ channel }) => facts.channels[channel]))].join(', ')}</th>
                <td data-label={t.time}>
                  <div>
                    {length ? <b class="num">{length}</b> : limit.text === '' && <span>{facts.limitVaries}</span>}
                    <Blocks
                      blocks={notes.length > 0 ? notes : limit.text ? [{ kind: 'paragraph', text: limit.text }] : []}
                    />
                  </div>
                </td>
                <td data-label={t.fee}>
                  <div>
                    {fees.length === 0 && facts.feeUnknown}
                    {fees.map((fee, step) => (
                      <FeeLine key={step} fee={fee} t={t} />
                    ))}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function FeeLine({ fee, t }: { fee: Fee; t: ProcedureWords }): VNode {
  const facts = useFactWords()
  const money = fee.currency === 'USD' ? facts.dollars : facts.money
  const amount = fee.amount === null ? '' : fee.amount === 0 ? facts.free : money(groupDigits(fee.amount))
  return (
    <p>
      {t.feeKinds[fee.kind]}: {amount && <b class="num">{amount}</b>}
      {amount && fee.text && '. '}
      <Vietnamese>{fee.text}</Vietnamese>
      {!amount && !fee.text && facts.feeUnknown}
    </p>
  )
}
