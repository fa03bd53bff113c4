import { BackLink, Notice, Page } from '#platform/html/index.ts'
import type { vi } from './code.vi.ts'

interface Props {
  dossierRef: string
  /** Undefined while there is nothing to rate. */
  qr: { image: string; alt: string } | undefined
  t: typeof vi
}

/** What the person at the counter scans. The words beside it are for them, in both languages. R-164 */
export function CodePage({ dossierRef, qr, t }: Props) {
  const back = `/desk/dossiers/${dossierRef}`
  return (
    <Page title={`${t.title} · ${dossierRef}`} private before={<BackLink href={back}>{t.back}</BackLink>}>
      <p class="num quiet">{dossierRef}</p>
      <h1>{t.title}</h1>
      {qr ? (
        <>
          <p class="measure">{t.lead}</p>
          <div class="panel">
            <img src={qr.image} alt={qr.alt} width="240" height="240" />
            <p class="lead" lang="vi">
              {t.scan}
            </p>
            <p lang="en">{t.scanEnglish}</p>
          </div>
          <p class="small quiet">{t.note}</p>
        </>
      ) : (
        <Notice kind="wait">{t.early}</Notice>
      )}
    </Page>
  )
}
