import type { FieldError } from '#kernel/errors.ts'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Radios,
  SummaryList,
  useFrame,
} from '#platform/html/index.ts'
import type { Rateable } from '../../commands/rate.ts'
import { CRITERIA, LONGEST_COMMENT, MARKS, type Rating } from '../../rating.ts'
import type { vi } from './rate.vi.ts'

interface Props {
  path: string
  rateable: Rateable
  typed?: Rating
  errors?: readonly FieldError[]
  t: typeof vi
}

/** Four questions and a few lines, on any phone and without script. */
export function RatePage({ path, rateable, typed, errors = [], t }: Props) {
  const { language } = useFrame()
  const items = MARKS.map((mark) => ({ value: String(mark), label: t.marks[mark] }))
  return (
    <Page title={t.title} errors={errors} private path={path}>
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <SummaryList
          items={[
            { label: t.about, value: rateable.procedureName[language] },
            { label: t.unit, value: rateable.unitName[language] },
          ]}
        />
        <Form action={path} class="form">
          {CRITERIA.map((criterion) => {
            const mark = typed?.marks[criterion]
            return (
              <Radios
                key={criterion}
                name={criterion}
                label={t.questions[criterion]}
                items={items}
                value={mark === undefined ? undefined : String(mark)}
                errors={errors}
                optional={criterion !== 'overall'}
              />
            )
          })}
          <LongText
            name="comment"
            label={t.comment}
            hint={t.commentHint}
            value={typed?.comment ?? ''}
            errors={errors}
            rows={4}
            limit={LONGEST_COMMENT}
            optional
          />
          <Notice title={t.whoTitle}>{t.who}</Notice>
          <Buttons>
            <Button>{t.send}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

interface SaidProps {
  said: 'thanks' | 'rated' | 'early' | 'officer'
  path: string
  t: typeof vi
}

const LOOKS = { thanks: 'good', rated: 'info', early: 'wait', officer: 'stop' } as const

/** What is said instead of the questions. */
export function SaidPage({ said, path, t }: SaidProps) {
  return (
    <Page title={t[said]} private path={path}>
      <h1>{t[said]}</h1>
      <Notice kind={LOOKS[said]} live={said === 'thanks'}>
        {t[`${said}Text`]}
      </Notice>
      <p>
        <a href="/statistics/satisfaction">{t.figures}</a> · <a href="/">{t.home}</a>
      </p>
    </Page>
  )
}
