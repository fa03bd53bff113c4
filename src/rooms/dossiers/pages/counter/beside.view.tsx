import { Button, Details, Form, useFrame } from '#platform/html/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { maskIdNumber } from '#rooms/identity/index.ts'
import { type AtDesk, draftBase } from './at-desk.ts'
import { en } from './form.en.ts'
import { vi } from './form.vi.ts'

/** Beside every page of a form at the counter: for whom it is filled in, and how to stop. */
export function Beside({ at: { person, draft } }: { at: Pick<AtDesk, 'person' | 'draft'> }) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  return (
    <>
      <section>
        <h2>{t.who}</h2>
        <ul class="plain">
          <li>
            <b>{person.name}</b>
          </li>
          {person.idNumber && (
            <li>
              <span class="small quiet">{t.number}</span> <span class="num nb">{maskIdNumber(person.idNumber)}</span>
            </li>
          )}
          {draft.helped && <li class="small">{t.identified[draft.helped.identified]}</li>}
          <li>
            <a href={`/desk/counter/${encodeURIComponent(draft.procedureCode)}/people/${person.id}`}>{t.person}</a>
          </li>
        </ul>
        <p class="small quiet">{t.fill}</p>
      </section>
      <Details summary={t.leave}>
        <p class="small">{t.leaveText}</p>
        <Form action={`${draftBase(draft)}/leave`}>
          <Button kind="two" small>
            {t.stop}
          </Button>
        </Form>
      </Details>
    </>
  )
}
