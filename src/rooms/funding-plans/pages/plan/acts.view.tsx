import { Button, ButtonLink, Buttons, Details, Form, LongText } from '#platform/html/index.ts'
import type { Act } from '../../life.ts'
import { canPublish, PUBLICATIONS, quartersOf, settlementOf } from '../../slip.ts'
import type { PlanProps } from './props.ts'

/** Acts that are one button, or one sentence and a button. */
const WITH_WORDS = ['return', 'appraise', 'send', 'question', 'explain', 'adjust'] as const
type WithWords = (typeof WITH_WORDS)[number]

/** What this officer can do with the plan now, and nothing else. */
export function Now(props: PlanProps) {
  const { shown, t } = props
  const { acts, last } = shown
  const doable = acts.filter((act) => act !== 'edit')
  const ways = waysFrom(props)
  if (doable.length === 0 && acts.length > 0) return null
  return (
    <section class="act" aria-labelledby="now">
      <h2 id="now">{t.now.title}</h2>
      {doable.length === 0 && <p>{last.state === 'signing' ? t.now.wait : t.now.none}</p>}
      {acts.includes('submit') && <One act="submit" {...props} />}
      {acts.includes('ask-signature') && <One act="ask-signature" {...props} />}
      {WITH_WORDS.filter((act) => acts.includes(act)).map((act) => (
        <Said key={act} act={act} {...props} />
      ))}
      {ways.length > 0 && (
        <Buttons>
          {ways.map(({ href, label }) => (
            <ButtonLink key={href} kind="two" href={href}>
              {label}
            </ButtonLink>
          ))}
        </Buttons>
      )}
      {acts.includes('publish') && <Publish {...props} />}
    </section>
  )
}

function One({ act, shown, t }: PlanProps & { act: Act }) {
  return (
    <Form action={`/manage/funding-plans/${shown.plan.id}/steps/${act}`}>
      <Button>{t.room.acts[act]}</Button>
    </Form>
  )
}

function Said({ act, shown, errors, t }: PlanProps & { act: WithWords }) {
  const name = `words-${act}`
  return (
    <Details summary={t.room.acts[act]} open={errors.some(({ field }) => field === name)}>
      <Form action={`/manage/funding-plans/${shown.plan.id}/steps/${act}`}>
        <LongText name={name} label={t.words[act]} errors={errors} rows={2} />
        <Buttons>
          <Button kind={act === 'return' ? 'stop' : 'main'} small>
            {t.room.acts[act]}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}

/** The forms that are open: allocation, the next quarter and those before, settlement; no quarter after that. */
function waysFrom({ shown, t }: PlanProps): { href: string; label: string }[] {
  const { acts, plan, slips } = shown
  const here = `/manage/funding-plans/${plan.id}`
  const reported = quartersOf(slips).size
  const quarters = acts.includes('report-quarter') && !settlementOf(slips) ? [1, 2, 3, 4] : []
  const settles = acts.includes('settle') && reported === 4
  return [
    ...(acts.includes('allocate') ? [{ href: `${here}/allocation`, label: t.go.allocation }] : []),
    ...quarters
      .filter((quarter) => quarter <= reported + 1)
      .map((quarter) => ({ href: `${here}/quarters/${quarter}`, label: t.go.quarter(String(quarter)) })),
    ...(acts.includes('inform-completion') ? [{ href: `${here}/completions`, label: t.go.completions }] : []),
    ...(settles ? [{ href: `${here}/settlement`, label: t.go.settlement }] : []),
  ]
}

function Publish({ shown, t }: PlanProps) {
  const { slips, plan } = shown
  return (
    <Form action={`/manage/funding-plans/${plan.id}/publications`}>
      <Buttons>
        {PUBLICATIONS.filter((what) => canPublish(what, slips)).map((what) => (
          <Button key={what} kind="two" name="what" value={what}>
            {`${t.go.publish}: ${t.room.publications[what]}`}
          </Button>
        ))}
      </Buttons>
    </Form>
  )
}
