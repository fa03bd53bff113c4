import {
  Button,
  ButtonLink,
  Buttons,
  Details,
  Form,
  LongText,
  Radios,
  Select,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { GROUNDS, LONGEST_RESULT } from '../../petition.ts'
import { deskPath, type PetitionProps } from './petition-props.ts'

/** Whose it is, and what follows: ours, another body's, about an officer, or not taken up. */
export function Classify(props: PetitionProps) {
  const { opened, errors = [], t } = props
  const at = (field: string) => errors.some((error) => error.field === field)
  return (
    <section aria-labelledby="classify">
      <h2 id="classify">{t.classify}</h2>
      <Details summary={t.ours} open={opened.petition.state === 'registered' || at('officer')}>
        <Assign {...props} />
      </Details>
      <Details summary={t.other} open={at('body')}>
        <Forward {...props} />
      </Details>
      {opened.explanation === undefined && (
        <Details summary={t.about}>
          <p>{t.aboutText}</p>
          <p>
            <ButtonLink kind="two" href={`${deskPath(opened.petition.id)}/explanation`}>
              {t.askExplanation}
            </ButtonLink>
          </p>
        </Details>
      )}
      <Details summary={t.not} open={at('ground') || at('law') || at('words')}>
        <Refuse {...props} />
      </Details>
    </section>
  )
}

function Assign({ opened, errors = [], t }: PetitionProps) {
  const { language } = useFrame()
  const { petition, answerers } = opened
  const items = answerers
    .filter(({ id }) => id !== petition.concernedOfficer)
    .map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit[language]}` }))
  return (
    <Form action={`${deskPath(petition.id)}/assignment`} class="form">
      <Select
        name="officer"
        label={t.assignTo}
        items={items}
        empty={t.choose}
        value={petition.assignedTo}
        errors={errors}
      />
      <Buttons>
        <Button kind="two">{t.assign}</Button>
      </Buttons>
    </Form>
  )
}

function Forward({ opened, typed = {}, errors = [], t }: PetitionProps) {
  return (
    <Form action={`${deskPath(opened.petition.id)}/forwarding`} class="form">
      <TextField name="body" label={t.body} value={typed.body ?? ''} errors={errors} />
      <LongText name="note" label={t.forwardWords} value={typed.note ?? ''} rows={3} errors={errors} optional />
      <Buttons>
        <Button kind="two">{t.forward}</Button>
      </Buttons>
    </Form>
  )
}

function Refuse({ opened, typed = {}, errors = [], t }: PetitionProps) {
  return (
    <Form action={`${deskPath(opened.petition.id)}/refusal`} class="form">
      <Radios
        name="ground"
        label={t.ground}
        items={GROUNDS.map((value) => ({ value, label: t.grounds[value] }))}
        value={typed.ground}
        errors={errors}
      />
      <TextField name="law" label={t.lawLabel} hint={t.lawHint} value={typed.law ?? t.lawDefault} errors={errors} />
      <LongText
        name="words"
        label={t.refuseWords}
        value={typed.words ?? ''}
        rows={4}
        limit={LONGEST_RESULT}
        errors={errors}
      />
      <Buttons>
        <Button kind="stop">{t.refuse}</Button>
      </Buttons>
    </Form>
  )
}
