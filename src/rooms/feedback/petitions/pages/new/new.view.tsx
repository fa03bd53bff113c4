import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Breadcrumb,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Radios,
  TextField,
} from '#platform/html/index.ts'
import { Trap } from '../../../pages/trap.view.tsx'
import { LONGEST_CONTENT, SUBJECTS, type TypedPetition, WAYS_IN } from '../../petition.ts'
import type { Shared } from '../said.ts'
import type { vi } from './new.vi.ts'

interface Props {
  typed: TypedPetition
  errors?: readonly FieldError[]
  t: typeof vi
  says: Shared
}

/** What, who, and where an answer goes. R-166 */
export function NewPetitionPage({ trap, ...props }: Props & { trap: string }) {
  const { errors = [], t, says } = props
  const here = [{ label: says.home, href: '/' }, { label: says.petitions, href: '/petitions' }, { label: t.title }]
  return (
    <Page
      title={t.title}
      errors={errors}
      description={t.lead}
      path="/petitions/new"
      before={<Breadcrumb items={here} />}
    >
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Notice title={t.protectedTitle}>{t.protectedText}</Notice>
        <Form action="/petitions/new" class="form">
          <Fields {...props} />
          <Trap name={trap} label={t.trap} />
          <p class="small quiet">
            {t.notComplaint} {t.law}
          </p>
          <Buttons>
            <Button>{t.send}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

function Fields({ typed, errors = [], t, says }: Props) {
  return (
    <>
      <Radios
        name="subject"
        label={says.subject}
        items={SUBJECTS.map((value) => ({ value, label: says.subjects[value] }))}
        value={typed.subject}
        errors={errors}
      />
      <LongText
        name="content"
        label={t.contentLabel}
        hint={t.contentHint}
        value={typed.content}
        rows={8}
        limit={LONGEST_CONTENT}
        errors={errors}
      />
      <TextField name="name" label={says.name} value={typed.name} autocomplete="name" errors={errors} />
      <TextField
        name="address"
        label={says.address}
        hint={t.addressHint}
        value={typed.address}
        autocomplete="street-address"
        errors={errors}
      />
      <TextField
        name="phone"
        type="tel"
        inputmode="tel"
        width="medium"
        label={says.phone}
        hint={t.phoneHint}
        value={typed.phone}
        autocomplete="tel"
        errors={errors}
        optional
      />
      <TextField
        name="email"
        type="email"
        inputmode="email"
        label={says.email}
        hint={t.emailHint}
        value={typed.email}
        autocomplete="email"
        errors={errors}
        optional
      />
    </>
  )
}

/** The same, written down by an officer. R-166 */
export function TakeInPage({ way, ...props }: Props & { way: string }) {
  const { errors = [], t, says } = props
  return (
    <Page
      title={t.deskTitle}
      errors={errors}
      private
      path="/desk/petitions/new"
      before={<BackLink href="/desk/petitions">{t.desk}</BackLink>}
    >
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.deskTitle}</h1>
        <p class="quiet">{t.deskLead}</p>
        <Form action="/desk/petitions/new" class="form">
          <Radios
            name="way"
            label={t.way}
            items={WAYS_IN.map((value) => ({ value, label: says.ways[value] }))}
            value={way}
            errors={errors}
          />
          <Fields {...props} />
          <Buttons>
            <Button>{t.save}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}
