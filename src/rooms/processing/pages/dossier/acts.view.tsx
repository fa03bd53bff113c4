import type { FieldError } from '#kernel/errors.ts'
import { Button, ButtonLink, DateField, Form, LongText, Notice, TextField } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { ResultField } from '#rooms/forms/index.ts'
import { boxesOfDate } from '../../result-fields.ts'
import { type ActProps, type OpenWork, sayNotSigned } from './workspace.ts'

/** What the officer may do with one open piece of work: take it, decide it, or wait for a signature. */
export function Work({ work, workspace, language, t, ...said }: ActProps & { work: OpenWork }) {
  const base = `/desk/dossiers/${workspace.ref}/steps/${work.item.id}`
  if (work.item.role === 'system') {
    return (
      <Notice kind="info">
        <p>{t.signing}</p>
        <ButtonLink kind="two" small href={`/desk/dossiers/${workspace.ref}`}>
          {t.reload}
        </ButtonLink>
      </Notice>
    )
  }
  if (work.may === 'look') return null
  if (work.may === 'claim') {
    return (
      <Form action={`${base}/claim`} class="act">
        <Button>{t.claim}</Button> <span class="small quiet">{t.claimHint}</span>
      </Form>
    )
  }
  return <Decision base={base} work={work} workspace={workspace} language={language} t={t} {...said} />
}

function Decision({
  base,
  work,
  workspace,
  errors = [],
  typed,
  language,
  t,
}: ActProps & { base: string; work: OpenWork }) {
  const proposes = work.actions.some(({ kind }) => kind === 'propose')
  return (
    <Form action={`${base}/action`} class="act">
      <h2>{t.yourTurn}</h2>
      {work.notSigned && (
        <Notice kind="stop" title={t.notSigned}>
          {sayNotSigned(work.notSigned, t)}
        </Notice>
      )}
      {proposes && workspace.resultFields.length > 0 && <h3>{t.onPaper}</h3>}
      {proposes &&
        workspace.resultFields.map((field) => (
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
        hint={t.opinionHint}
        value={typed?.reason ?? ''}
        errors={errors}
        rows={4}
        optional={!work.actions.every(({ reasonRequired }) => reasonRequired)}
      />
      <div class="btns">
        {work.actions.map((action, index) => (
          <Button
            key={action.id}
            name="action"
            value={action.id}
            kind={action.kind === 'reject' ? 'stop' : index === 0 ? 'main' : 'two'}
          >
            {action.label[language]}
          </Button>
        ))}
      </div>
    </Form>
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

/** A dossier that waits to be received: the three ways. */
export function Intake({ workspace, t }: Pick<ActProps, 'workspace' | 't'>) {
  if (!workspace.mayReceive) return null
  const at = `/desk/dossiers/${workspace.ref}`
  return (
    <div class="act">
      <h2>{t.intake}</h2>
      <div class="btns">
        <ButtonLink href={`${at}/receive`}>{t.receive}</ButtonLink>
        <ButtonLink kind="two" href={`${at}/supplement`}>
          {t.supplement}
        </ButtonLink>
        <ButtonLink kind="stop" href={`${at}/refuse`}>
          {t.refuse}
        </ButtonLink>
      </div>
    </div>
  )
}
