import { BackLink, ButtonLink, Buttons, ConfirmationPanel, Notice, Page, useFrame } from '#platform/html/index.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import { sayMoment } from '../shared/moment.ts'
import type { vi } from './received.vi.ts'

interface Props {
  dossier: Dossier
  competent: string
  t: typeof vi
}

/** A code, a due date, and the slip to hand over; then the next person. */
export function ReceivedPage({ dossier, competent, t }: Props) {
  const { language } = useFrame()
  const ref = refOf(dossier)
  // @see Decree 61/2018, Art. 17.4: settled at once, form 01 is given on request only
  const sameDay = dossier.timeLimit === '0wd'
  return (
    <Page title={`${t.title}, ${ref}`} private before={<BackLink href="/desk/counter">{t.counter}</BackLink>}>
      <div class="form">
        <ConfirmationPanel title={t.title} codeLabel={t.code} code={ref}>
          {dossier.dueAt && <p class="num">{t.due(sayMoment(dossier.dueAt, language))}</p>}
          <p>{t.goes(competent)}</p>
        </ConfirmationPanel>
        {sameDay && <Notice>{t.sameDay}</Notice>}
        <p>{t.told}</p>
        <Buttons>
          <ButtonLink href={`/dossiers/${ref}/receipt.pdf`} icon="print" kind={sameDay ? 'two' : 'main'}>
            {t.print}
          </ButtonLink>
          <ButtonLink href="/desk/counter" kind={sameDay ? 'main' : 'two'}>
            {t.next}
          </ButtonLink>
          <a href={`/desk/dossiers/${ref}`}>{t.open}</a>
        </Buttons>
      </div>
    </Page>
  )
}
