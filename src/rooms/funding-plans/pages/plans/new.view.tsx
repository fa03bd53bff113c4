import type { FieldError } from '#kernel/errors.ts'
import { BackLink, Button, Buttons, ErrorSummary, Form, Page, Radios, TextField } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { type Body, LEVELS } from '../../plan.ts'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './plans.vi.ts'

interface Props {
  bodies: readonly Body[]
  typed: { unit: string; year: string; level: string; from: string }
  errors: readonly FieldError[]
  language: Language
  t: typeof vi & { room: RoomWords }
}

/** Opens the plan of a body: whose, which year, from whose budget. R-201 */
export function NewPlanPage({ bodies, typed, errors, language, t }: Props) {
  const words = t.create
  return (
    <Page
      title={words.title}
      errors={errors}
      path="/manage/funding-plans/new"
      before={<BackLink href="/manage/funding-plans">{t.title}</BackLink>}
    >
      <ErrorSummary errors={errors} />
      <h1>{words.title}</h1>
      {bodies.length === 0 ? (
        <p>{words.noBody}</p>
      ) : (
        <Form action="/manage/funding-plans/new" class="form">
          <Radios
            name="unit"
            label={words.unit}
            value={typed.unit}
            errors={errors}
            items={bodies.map(({ unitId, code, name }) => ({ value: unitId, label: name[language], hint: code }))}
          />
          <TextField
            name="year"
            label={words.year}
            value={typed.year}
            errors={errors}
            width="short"
            inputmode="numeric"
          />
          <Radios
            name="level"
            label={words.level}
            hint={words.levelHint}
            value={typed.level}
            errors={errors}
            items={LEVELS.map((level) => ({ value: level, label: t.room.levels[level] }))}
          />
          <Radios
            name="from"
            label={words.from}
            value={typed.from}
            errors={errors}
            items={[
              { value: 'empty', label: words.empty },
              { value: 'last-year', label: words.lastYear, hint: words.lastYearHint },
            ]}
          />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      )}
    </Page>
  )
}
