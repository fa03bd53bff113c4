import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  Checkboxes,
  DateField,
  ErrorSummary,
  Form,
  Hidden,
  Notice,
  Page,
  Radios,
  SummaryList,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { type Bilingual, formatDate, formatDateTime } from '#platform/i18n/index.ts'
import type { Person } from '#rooms/identity/index.ts'
import type { DeskService } from '#rooms/procedures/index.ts'
import type { vi } from './person.vi.ts'
import type { TypedPerson } from './stated.ts'

interface FrameProps {
  service: DeskService
  title: string
  /** Under the service's own address at the counter. */
  at?: string
  back?: string
  errors: readonly FieldError[]
  t: typeof vi
  children: ComponentChildren
}

function addressOf({ code }: DeskService): string {
  return `/desk/counter/${encodeURIComponent(code)}`
}

function PersonFrame({ service, title, at = '', back = '/desk/counter', errors, t, children }: FrameProps) {
  const { language } = useFrame()
  const before = <BackLink href={back}>{back === '/desk/counter' ? t.back : undefined}</BackLink>
  return (
    <Page title={title} problem={errors.length > 0} private path={`${addressOf(service)}${at}`} before={before}>
      <div class="form">
        <ErrorSummary errors={errors} />
        <div>
          <p class="quiet">{service.service.name[language]}</p>
          <h1>{title}</h1>
        </div>
        {children}
      </div>
    </Page>
  )
}

interface NumberProps {
  service: DeskService
  typed?: string
  errors?: readonly FieldError[]
  t: typeof vi
}

/** The number by which a person is found. */
export function NumberPage({ service, typed, errors = [], t }: NumberProps) {
  const words = t.number
  return (
    <PersonFrame service={service} title={words.title} errors={errors} t={t}>
      <p>{words.lead}</p>
      <Form action={`${addressOf(service)}/person`} class="form">
        <TextField
          name="idNumber"
          label={words.label}
          hint={words.hint}
          value={typed}
          errors={errors}
          inputmode="numeric"
          width="medium"
          autocomplete="off"
        />
        <Buttons>
          <Button>{words.find}</Button>
        </Buttons>
      </Form>
    </PersonFrame>
  )
}

interface RecordProps {
  service: DeskService
  typed: TypedPerson
  /** Known already, and being corrected: the number stays as it is. */
  known?: Person | undefined
  errors?: readonly FieldError[]
  t: typeof vi
}

/** What the identity paper says, for a person the agency does not know yet. */
export function RecordPage({ service, typed, known, errors = [], t }: RecordProps) {
  const words = t.record
  const title = known ? words.correct : words.title
  const back = known ? `${addressOf(service)}/people/${known.id}` : addressOf(service)
  const text = { errors, autocomplete: 'off' }
  return (
    <PersonFrame service={service} title={title} at={known ? `/people/${known.id}/edit` : ''} {...{ back, errors, t }}>
      {!known && errors.length === 0 && <Notice live>{words.unknown}</Notice>}
      <Form action={`${addressOf(service)}/people`} class="form">
        {known ? (
          <>
            <Hidden name="idNumber" value={typed.idNumber} />
            <Hidden name="known" value={known.id} />
          </>
        ) : (
          <TextField
            {...text}
            name="idNumber"
            label={t.number.label}
            value={typed.idNumber}
            inputmode="numeric"
            width="medium"
          />
        )}
        <TextField {...text} name="name" label={words.name} value={typed.name} spellcheck={false} />
        <DateField name="bornOn" label={words.bornOn} value={typed.bornOn} errors={errors} />
        <Radios
          name="gender"
          label={words.gender}
          value={typed.gender}
          errors={errors}
          items={(['male', 'female'] as const).map((value) => ({ value, label: words.genders[value] }))}
        />
        <TextField
          {...text}
          name="residence"
          label={words.residence}
          hint={words.residenceHint}
          value={typed.residence}
        />
        <TextField
          {...text}
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          value={typed.phone}
          type="tel"
          width="medium"
        />
        <TextField {...text} name="email" label={words.email} value={typed.email} type="email" optional />
        <Buttons>
          <Button>{words.save}</Button>
        </Buttons>
      </Form>
    </PersonFrame>
  )
}

export interface DeskChoice {
  id: string
  name: Bilingual
}

export interface KnownPerson {
  service: DeskService
  person: Person
  desks: readonly DeskChoice[]
  /** When the form the person has begun was last saved; `here` when this desk already helps with it. */
  begun: { at: Date; here: boolean } | undefined
}

interface KnownProps extends KnownPerson {
  chosen?: { identified: string; desk: string }
  errors?: readonly FieldError[]
  t: typeof vi
}

function factsOf({ service, person, t }: KnownProps) {
  const words = t.record
  // The drum of data beside a value says that it is the state's own.
  const source = person.statedBy === 'account' ? t.known.byAccount(formatDateTime(person.statedAt)) : undefined
  const action =
    person.statedBy === 'counter'
      ? { href: `${addressOf(service)}/people/${person.id}/edit`, words: t.known.correct }
      : undefined
  const number = person.idNumber?.replace(/(\d{3})(?=\d)/g, '$1 ')
  const born = person.bornOn ? formatDate(person.bornOn) : person.bornYear
  const facts = [
    [words.name, <b key="name">{person.name}</b>],
    [
      t.number.label,
      <span key="number" class="num nb">
        {number}
      </span>,
    ],
    [
      words.bornOn,
      born && (
        <span key="born" class="num">
          {born}
        </span>
      ),
    ],
    [words.gender, person.gender && words.genders[person.gender]],
    [words.residence, person.residence],
    [
      words.phone,
      person.phone && (
        <span key="phone" class="num">
          {person.phone}
        </span>
      ),
    ],
    [words.email, person.email],
  ] as const
  return facts.filter(([, value]) => value).map(([label, value]) => ({ label, value, source, action }))
}

function TakeOver({
  begun,
  errors,
  t,
}: {
  begun: NonNullable<KnownPerson['begun']>
  errors: readonly FieldError[]
  t: typeof vi
}) {
  return (
    <>
      <Notice>{t.known.begunAtHome(formatDateTime(begun.at))}</Notice>
      <Checkboxes
        name="takeOver"
        label={t.known.goOn}
        items={[{ value: 'yes', label: t.known.takeOver }]}
        errors={errors}
      />
    </>
  )
}

/** Whom the agency knows by this number: compared with the paper, then the form. R-042 */
export function KnownPage(props: KnownProps) {
  const { service, person, desks, begun, chosen, errors = [], t } = props
  const { language } = useFrame()
  const words = t.known
  const at = `/people/${person.id}`
  return (
    <PersonFrame service={service} title={words.title} at={at} back={addressOf(service)} errors={errors} t={t}>
      <section>
        <SummaryList heading={words.facts} items={factsOf(props)} />
        <p class="small quiet num">
          {person.statedBy === 'counter' && `${words.byCounter(formatDateTime(person.statedAt))}. `}
          {words.lastSeen(formatDateTime(person.lastSeenAt))} {words.readIsKept}
        </p>
        {person.statedBy === 'account' && <p class="small">{words.wrong}</p>}
      </section>
      <Form action={`${addressOf(service)}${at}/draft`} class="form">
        <Radios
          name="identified"
          label={words.identified}
          value={chosen?.identified}
          errors={errors}
          items={(['card', 'vneid', 'other'] as const).map((value) => ({ value, label: words.ways[value] }))}
        />
        {desks.length > 1 && (
          <Radios
            name="desk"
            label={words.desk}
            value={chosen?.desk ?? desks[0]?.id}
            errors={errors}
            items={desks.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        )}
        {begun && !begun.here && <TakeOver begun={begun} errors={errors} t={t} />}
        <Buttons>
          <Button>{begun ? words.resume : words.start}</Button>
        </Buttons>
      </Form>
    </PersonFrame>
  )
}
