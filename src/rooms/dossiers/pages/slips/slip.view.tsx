import type { ComponentChildren } from 'preact'
import { BackLink, ButtonLink, Buttons, Notice, Page } from '#platform/html/index.ts'
import type { vi } from './slip.vi.ts'

interface Props {
  kind: 'receipt' | 'supplementRequest' | 'refusal'
  dossierRef: string
  /** Address of the print. */
  pdf: string
  officer: boolean
  /** Just made by this officer: said once. */
  fresh: boolean
  children: ComponentChildren
  t: typeof vi
}

/** A slip as a page: what it is, its print, and the paper itself. */
export function SlipPage({ kind, dossierRef, pdf, officer, fresh, children, t }: Props) {
  const back = officer ? `/desk/dossiers/${dossierRef}` : `/my/dossiers/${dossierRef}`
  return (
    <Page title={`${t[kind]}, ${dossierRef}`} private before={<BackLink href={back}>{t.back}</BackLink>}>
      {fresh && (
        <Notice kind="good" live>
          {t.done[kind]}
        </Notice>
      )}
      {t.legal && <p class="small quiet">{t.legal}</p>}
      <Buttons>
        <ButtonLink href={pdf} icon="print">
          {t.pdf}
        </ButtonLink>
        {officer && (
          <ButtonLink href="/desk" kind="two">
            {t.queue}
          </ButtonLink>
        )}
      </Buttons>
      {children}
    </Page>
  )
}
