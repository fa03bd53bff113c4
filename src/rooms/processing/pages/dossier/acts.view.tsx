import type { FieldError } from '#kernel/errors.ts'
import { Button, ButtonLink, DateField, Form, LongText, Notice, TextField } from '#platform/html/index.ts'
import { formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { ProcessAction, ResultField } from '#rooms/forms/index.ts'
import { boxesOfDate } from '../../result-fields.ts'
import type { vi } from './dossier.vi.ts'
import { type ActProps, DECISION, type OpenWork } from './workspace.ts'

/** What the officer has to know before anything else: a signature that is awaited or did not come, something new. */
export function News({ workspace, t }: Pick<ActProps, 'workspace' | 't'>) {
  const { work, sentIn, ref, dossier } = workspace
  const notSigned = work.find((one) => one.notSigned)?.notSigned
  return (
    <>
      {notSigned && (
        <Notice kind="stop" title={t.notSigned}>
          <p>
            {notSigned} {t.signAgain}
          </p>
        </Notice>
      )}
      {work.some(({ item }) => item.role === 'system') && (
        <Notice kind="info">
          <p>{t.signing}</p>
          <ButtonLink kind="two" small href={`/desk/dossiers/${ref}`}>
            {t.reload}
          </ButtonLink>
        </Notice>
      )}
      {sentIn && dossier.status === 'processing' && (
        <Notice kind="good" title={t.sentIn(formatDateTime(sentIn.at))}>
          {sentIn.items.join('; ')}
        </Notice>
      )}
    </>
  )
}

function sayOpinionHint(actions: readonly ProcessAction[], language: Language, t: typeof vi): string {
  const demanding = actions.filter(({ reasonRequired }) => reasonRequired).map(({ label }) => label[language])
  const reader = actions.some(({ kind }) => kind === 'propose') ? t.opinionRead : t.opinionLogged
  if (demanding.length === 0) return reader
  return `${demanding.length === actions.length ? t.opinionAlways : t.opinionWhen(demanding)} ${reader}`
}

/** What the holder writes: what stands on the paper, and the opinion. The buttons are at the foot of the page. */
export function Decision({ workspace, errors = [], typed, language, t }: ActProps) {
  const work = workspace.work.find(({ may }) => may === 'act')
  if (!work) return null
  const fields = work.actions.some(({ kind }) => kind === 'propose') ? workspace.resultFields : []
  return (
    <section aria-labelledby="your-turn">
      <Form action={`/desk/dossiers/${workspace.ref}/steps/${work.item.id}/action`} id={DECISION} class="act">
        <h2 id="your-turn">{t.yourTurn(work.item.stepName[language])}</h2>
        {fields.length > 0 && <h3>{t.onPaper}</h3>}
        {fields.map((field) => (
          <PaperField
            key={field.id}
            field={field}
            value={typed?.fields[field.id] ?? workspace.suggested[field.id] ?? ''}
            errors={errors}
            language={language}
          />
        ))}
        <LongText
          name="reason"
          label={t.opinion}
          hint={sayOpinionHint(work.actions, language, t)}
          value={typed?.reason ?? ''}
          errors={errors}
          rows={3}
          optional={!work.actions.some(({ reasonRequired }) => reasonRequired)}
        />
      </Form>
    </section>
  )
}

interface PaperFieldProps {
  field: ResultField
  value: string
  errors: readonly FieldError[]
  language: Language
}

/** One thing that is printed on the result. The paper is Vietnamese, whatever the screen speaks. */
function PaperField({ field, value, errors, language }: PaperFieldProps) {
  const { id, kind, label, hint, required } = field
  const common = { name: id, label: label[language], hint: hint?.[language], errors, optional: !required }
  if (kind === 'date') return <DateField {...common} value={boxesOfDate(value)} />
  if (kind === 'long-text') return <LongText {...common} value={value} rows={4} />
  return <TextField {...common} value={value} lang="vi" />
}

function kindOf(action: ProcessAction, index: number) {
  if (action.kind === 'reject') return 'stop'
  return index === 0 ? 'main' : 'two'
}

function Deeds({ work, workspace, language, t }: Pick<ActProps, 'workspace' | 'language' | 't'> & { work: OpenWork }) {
  const at = `/desk/dossiers/${workspace.ref}`
  return (
    <>
      {work.actions.map((action, index) => (
        <Button key={action.id} name="action" value={action.id} form={DECISION} kind={kindOf(action, index)}>
          {action.label[language]}
        </Button>
      ))}
      {work.may === 'claim' && (
        <Form action={`${at}/steps/${work.item.id}/claim`}>
          <Button>{t.claim}</Button>
        </Form>
      )}
      {workspace.maySupplement && work.may === 'act' && (
        <ButtonLink kind="two" href={`${at}/supplement`}>
          {t.supplement}
        </ButtonLink>
      )}
      {work.mayHandOver && <a href={`${at}/steps/${work.item.id}/hand-over`}>{t.handOver}</a>}
      {work.may === 'claim' && <span class="small quiet">{t.claimHint}</span>}
    </>
  )
}

/** A dossier that waits to be received: the three ways. */
function Intake({ workspace, t }: Pick<ActProps, 'workspace' | 't'>) {
  const at = `/desk/dossiers/${workspace.ref}`
  return (
    <>
      <ButtonLink href={`${at}/receive`}>{t.receive}</ButtonLink>
      <ButtonLink kind="two" href={`${at}/supplement`}>
        {t.supplement}
      </ButtonLink>
      <ButtonLink kind="stop" href={`${at}/refuse`}>
        {t.refuse}
      </ButtonLink>
      <span class="small quiet">{t.intake}</span>
    </>
  )
}

/** The bar at the foot: what can be done now, always in sight. */
export function ActBar({ workspace, language, t }: Pick<ActProps, 'workspace' | 'language' | 't'>) {
  const work = workspace.work.filter(({ may, mayHandOver }) => may !== 'look' || mayHandOver)
  if (work.length === 0 && !workspace.mayReceive) return null
  return (
    <section class="actbar" aria-label={t.acts}>
      <div class="btns">
        {workspace.mayReceive && <Intake workspace={workspace} t={t} />}
        {work.map((one) => (
          <Deeds key={one.item.id} work={one} workspace={workspace} language={language} t={t} />
        ))}
      </div>
    </section>
  )
}
