import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, Details, Form, Table, Tag, type TagKind, TextField } from '#platform/html/index.ts'
import { formatDateTime, type Language } from '#platform/i18n/index.ts'
import { type ComparedField, sayEvidence, sayEvidenceField, sayRegistry } from '#rooms/exchange/index.ts'
import type { vi } from './look-ups.vi.ts'
import type { ShownLookUp } from './workspace.ts'

type T = typeof vi
type State = keyof T['states']

interface Props {
  lookUps: readonly ShownLookUp[]
  /** Address of the dossier's page. */
  at: string
  /** Whether this officer may ask. */
  mayAsk: boolean
  errors: readonly FieldError[]
  /** What was typed as the reason, by the name of its box. */
  typed: Readonly<Record<string, string>>
  language: Language
  t: T
}

interface OneProps extends Omit<Props, 'lookUps'> {
  one: ShownLookUp
  registry: string
}

/** The box in which an officer says why they look again. */
export const whyField = (component: string) => `why-${component}`

const TAGS: Record<State, TagKind> = {
  held: 'data',
  'held-other': 'look',
  differs: 'wrong',
  'not-found': 'part',
  refused: 'wrong',
  unreachable: 'waiting',
  'not-asked': 'case',
}

function stateOf({ answer, unanswered, fields }: ShownLookUp): State {
  if (answer?.outcome === 'found') {
    return fields.some(({ comparison }) => comparison === 'differs') ? 'held-other' : 'held'
  }
  const outcome = answer?.outcome ?? unanswered?.outcome
  return outcome === undefined || outcome === 'found' ? 'not-asked' : outcome
}

/** What the officer may and may not ask the person for. */
function Gate({ one, registry, t }: OneProps) {
  const state = stateOf(one)
  if (one.isHeld) {
    return (
      <>
        <p>
          <b>{t.held(registry)}</b>
        </p>
        <p class="small quiet">{t.basis(one.answer?.basis ?? '')}</p>
        {state === 'held-other' && <p>{t.heldOther}</p>}
      </>
    )
  }
  return state === 'differs' || state === 'not-found' ? <p>{t[state](registry)}</p> : null
}

/** Why there is no newer answer. */
function Silence({ one, registry, t, language }: OneProps) {
  const { unanswered, answer, missing, canAsk } = one
  if (unanswered) {
    const when = formatDateTime(unanswered.at)
    const { outcome, problem = '' } = unanswered
    const silent = problem === 'unreadable' ? t.unreadable(registry, when) : t.unreachable(registry, when)
    return (
      <>
        <p>{outcome === 'refused' ? t.refused(registry, problem) : silent}</p>
        {answer && <p>{t.stillOld(formatDateTime(answer.at))}</p>}
      </>
    )
  }
  if (answer) return null
  if (missing.length > 0) {
    const known: Readonly<Record<string, string | undefined>> = t.keys
    const named = [...new Set(missing.map((key) => known[key] ?? t.otherKey))]
    return <p>{t.missing(new Intl.ListFormat(language, { type: 'conjunction' }).format(named))}</p>
  }
  return <p>{canAsk ? t.notYet : t.notConnected(registry)}</p>
}

function Evidence({ one, registry, language, t }: OneProps) {
  if (one.fields.length === 0) return null
  const say = ({ field }: ComparedField, value: string) => sayEvidence(field, value, language)
  return (
    <Table
      caption={t.caption(registry)}
      rows={one.fields}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', head: t.field, rowHeader: true, cell: ({ field }) => sayEvidenceField(field, language) },
        { key: 'theirs', head: t.theirs, cell: (row) => say(row, row.theirs) },
        { key: 'ours', head: t.ours, cell: (row) => row.ours && say(row, row.ours) },
        {
          key: 'comparison',
          head: t.comparison,
          cell: ({ comparison }) =>
            comparison === 'differs' ? (
              <Tag kind="look">{t.comparisons.differs}</Tag>
            ) : (
              <span class="quiet">{t.comparisons[comparison]}</span>
            ),
        },
      ]}
    />
  )
}

/** When it was asked, by whom, why, under which number: what makes an answer evidence. */
function Asked({ one, t }: OneProps) {
  const shown = one.answer ?? one.unanswered
  if (!shown) return null
  const by = (officer: string | undefined, reason: string | undefined) =>
    officer === undefined ? t.byHouse : t.byOfficer(officer, reason ?? '')
  return (
    <>
      <p class="small quiet">
        {t.asked(formatDateTime(shown.at), shown.operation)} {by(shown.officer, shown.reason)}
      </p>
      <p class="small quiet num break">{t.number(shown.id)}</p>
      {one.earlier.length > 0 && (
        <Details summary={t.earlier(one.earlier.length)}>
          <ul class="small">
            {one.earlier.map(({ id, at, outcome, officer, reason }) => (
              <li key={id}>
                {formatDateTime(at)}: {outcome === 'found' ? t.states.held : t.states[outcome]}. {by(officer, reason)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Again({ one, at, mayAsk, errors, typed, language, t }: OneProps) {
  if (!mayAsk || !one.canAsk) return null
  const name = whyField(one.component)
  const words = one.answer || one.unanswered ? t.again : t.first
  const wrong = errors.some(({ field }) => field === name)
  return (
    <Details
      open={wrong}
      summary={
        <>
          {words}
          <span class="vh">: {one.name[language]}</span>
        </>
      }
    >
      <Form action={`${at}/look-ups/${one.component}`}>
        <TextField
          name={name}
          label={t.reason(one.name[language])}
          hint={t.reasonHint}
          value={typed[name] ?? ''}
          errors={errors}
        />
        <Buttons>
          <Button kind="two" small>
            {words}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}

/** What registries said about each component: what need not be asked for, beside what the person wrote. */
export function LookUps({ lookUps, ...rest }: Props) {
  const { language, t } = rest
  if (lookUps.length === 0) return null
  return (
    <section aria-labelledby="look-ups" class="stack">
      <h2 id="look-ups">{t.title}</h2>
      {lookUps.map((one) => {
        const state = stateOf(one)
        const props = { ...rest, one, registry: sayRegistry(one.registry, language) }
        return (
          <article key={one.component} id={`look-up-${one.component}`} class="stack-s">
            <h3>
              {one.name[language]} <Tag kind={TAGS[state]}>{t.states[state]}</Tag>
            </h3>
            <Gate {...props} />
            <Silence {...props} />
            <Evidence {...props} />
            <Asked {...props} />
            <Again {...props} />
          </article>
        )
      })}
    </section>
  )
}
