import { Icon, Tabs, Tag } from '#platform/html/index.ts'
import { sayScan, saySize } from '#rooms/documents/index.ts'
import { isAnswered } from '#rooms/dossiers/index.ts'
import type { ResultText } from '#rooms/forms/index.ts'
import type { vi } from './dossier.vi.ts'
import type { ActProps, ShownPaper } from './workspace.ts'

type Shown = Pick<ActProps, 'workspace' | 'language' | 't'>

/** What would be signed, word for word; the number comes with the signature. */
function Draft({ draft, t }: { draft: ResultText; t: typeof vi }) {
  return (
    <article class="draft" lang="vi" aria-label={t.draft}>
      <p>Số: …{draft.number}</p>
      <h3>{draft.title}</h3>
      {draft.subject && <p>{draft.subject}</p>}
      {draft.tables.map(({ rows, caption }, index) => (
        <dl key={`${index} ${caption ?? ''}`}>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="pre">{value}</dd>
            </div>
          ))}
        </dl>
      ))}
      {draft.paragraphs.map((paragraph) => (
        <p key={paragraph} class="pre">
          {paragraph}
        </p>
      ))}
      {draft.recipients.length > 0 && <p class="small">Nơi nhận: {draft.recipients.join('; ')}</p>}
    </article>
  )
}

/** A picture is shown as it was handed in; a PDF is opened by the officer's own reader, never inside the desk. */
function Sheet({ paper, href, t }: { paper: ShownPaper; href: string; t: typeof vi }) {
  const isPicture = paper.mediaType.startsWith('image/') && paper.scan !== 'infected'
  if (isPicture) {
    return (
      <a href={href} class="whole">
        <img src={href} alt={t.pictureOf(paper.name)} />
      </a>
    )
  }
  return (
    <p class="closed">
      <Icon name="paper" />
      <span>{t.pdfOutside}</span>
    </p>
  )
}

function OpenPaper({ workspace, language, t }: Shown) {
  const { open, draft, papers, ref } = workspace
  if (open === 'draft' && draft) {
    return (
      <>
        <div class="sheet">
          <Draft draft={draft} t={t} />
        </div>
        <p class="small quiet">{t.draftHint}</p>
      </>
    )
  }
  const paper = papers.find(({ id }) => id === open)
  if (!paper) return <p class="quiet">{t.noPapers}</p>
  const href = `/dossiers/${ref}/documents/${paper.id}`
  return (
    <>
      <div class="sheet">
        <Sheet paper={paper} href={href} t={t} />
      </div>
      <p class="small quiet">
        <a href={href}>{t.original(paper.name)}</a> · {saySize(paper.size, language)} · {sayScan(paper.scan, language)}
      </p>
    </>
  )
}

/** The papers, one of them open beside the answers, and the slips that were made of this dossier. */
export function Papers(props: Shown) {
  const { workspace, t } = props
  const { papers, draft, open, ref, dossier, resultId } = workspace
  const at = `/desk/dossiers/${ref}`
  const tabs = [
    ...(draft ? [{ href: `${at}?paper=draft#papers`, label: t.draft, current: open === 'draft' }] : []),
    ...papers.map((paper) => ({
      href: `${at}?paper=${paper.id}#papers`,
      label: paper.added ? t.added(paper.name) : paper.name,
      current: open === paper.id,
    })),
  ]
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t.papers}</h2>
      {tabs.length > 0 && <Tabs label={t.papers} tabs={tabs} />}
      <OpenPaper {...props} />
      <ul class="plain">
        {resultId && (
          <li class="row-li">
            <a href={`/desk/results/${resultId}/file`}>{t.downloadResult}</a>
            <Tag kind="done">{t.result}</Tag>
          </li>
        )}
        {dossier.code && (
          <li class="row-li">
            <a href={`/dossiers/${ref}/receipt`}>{t.receipt}</a>
          </li>
        )}
        {dossier.processingAt && (
          <li class="row-li">
            <a href={`${at}/control-slip`}>{t.control}</a>
          </li>
        )}
        {isAnswered(dossier.status) && (
          <li class="row-li">
            <a href={`${at}/rating-code`}>{t.ratingCode}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
