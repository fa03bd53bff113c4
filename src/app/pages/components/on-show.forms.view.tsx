import {
  Button,
  Buttons,
  Checkboxes,
  DateField,
  ErrorSummary,
  FileUpload,
  Form,
  LongText,
  MoneyField,
  Radios,
  Select,
  StepIndicator,
  TextField,
} from '#platform/html/index.ts'
import { Shown, type T } from './shown.view.tsx'

const LIMIT = 30

export function Fields({ t }: { t: T }) {
  const f = t.form
  const errors = [
    { field: 'bad-name', message: f.nameError },
    { field: 'bad-date-year', message: f.dateError },
    { field: 'bad-day', message: f.dateMissing },
    { field: 'bad-reason', message: f.reasonError },
    { field: 'bad-money', message: f.moneyError },
    { field: 'bad-commune', message: f.communeError },
  ]
  const communes = f.communes.map((label, index) => ({ value: String(index), label }))
  return (
    <>
      <Shown name={t.empty}>
        <StepIndicator step={3} total={5} of={f.step} />
        <Form action="/manage/components" method="get">
          <TextField name="name" label={f.name} hint={f.nameHint} autocomplete="name" />
          <TextField name="number" label={f.number} hint={f.numberHint} width="medium" optional />
          <DateField name="date" label={f.date} hint={f.dateHint} />
          <MoneyField name="money" label={f.money} />
          <Select name="commune" label={f.commune} items={communes} />
          <LongText name="reason" label={f.reason} limit={500} rows={3} />
        </Form>
      </Shown>
      <Shown name={t.filled}>
        <div class="form">
          <TextField name="full-name" label={f.name} value={f.nameValue} autocomplete="name" />
          <TextField
            name="full-phone"
            label={f.phone}
            value="0900 000 012"
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            width="medium"
          />
          <DateField name="full-date" label={f.date} value="2026-03-12" />
          <MoneyField name="full-money" label={f.money} value="8.000" />
          <Select name="full-commune" label={f.commune} items={communes} value="1" />
          <LongText name="full-reason" label={f.reason} value={f.reasonValue} limit={500} rows={3} />
        </div>
      </Shown>
      <Shown name={t.wrong}>
        <ErrorSummary errors={errors} focus={false} />
        <div class="form">
          <TextField name="bad-name" label={f.name} hint={f.nameHint} errors={errors} />
          <DateField
            name="bad-date"
            label={f.date}
            hint={f.dateHint}
            value={{ day: '12', month: '3', year: '2062' }}
            errors={errors}
          />
          <DateField name="bad-day" label={f.date} errors={errors} />
          <LongText name="bad-reason" label={f.reason} value={f.reasonValue} limit={LIMIT} rows={3} errors={errors} />
          <MoneyField name="bad-money" label={f.money} value="tám nghìn" errors={errors} />
          <Select name="bad-commune" label={f.commune} items={communes} errors={errors} />
          <Buttons>
            <Button type="button">{f.save}</Button>
            <a href="#fields">{f.later}</a>
          </Buttons>
        </div>
      </Shown>
    </>
  )
}

export function Choices({ t }: { t: T }) {
  const f = t.form
  const papers = f.paperItems.map((label, index) => ({
    value: String(index),
    label,
    ...(index === 0 ? { hint: f.paperHint } : {}),
  }))
  const married = (name: string) => [
    { value: 'yes', label: f.yes, reveal: <TextField name={`${name}-number`} label={f.number} width="medium" /> },
    { value: 'no', label: f.no },
  ]
  const errors = [
    { field: 'bad-married', message: f.marriedError },
    { field: 'bad-papers', message: f.papersError },
  ]
  return (
    <>
      <Shown name={t.empty}>
        <div class="form">
          <Radios name="married" label={f.married} hint={f.marriedHint} items={married('married')} />
          <Checkboxes name="papers" label={f.papers} items={papers} optional />
        </div>
      </Shown>
      <Shown name={t.filled}>
        <div class="form">
          <Radios name="full-married" label={f.married} items={married('full-married')} value="yes" />
          <Checkboxes name="full-papers" label={f.papers} items={papers} values={['0', '2']} />
        </div>
      </Shown>
      <Shown name={t.wrong}>
        <div class="form">
          <Radios
            name="bad-married"
            label={f.married}
            hint={f.marriedHint}
            items={married('bad-married')}
            errors={errors}
          />
          <Checkboxes name="bad-papers" label={f.papers} items={papers} errors={errors} />
        </div>
      </Shown>
    </>
  )
}

export function Upload({ t }: { t: T }) {
  const f = t.form
  const limits = { formats: ['PDF', 'JPG', 'PNG'], accept: 'application/pdf,image/*', maxMegabytes: 20, maxFiles: 4 }
  const clear = {
    id: '1',
    name: 'giay-cu-1.jpg',
    bytes: 1_887_437,
    state: { kind: 'done' as const, label: f.clean },
    viewHref: '#upload',
  }
  const blurred = {
    id: '2',
    name: 'giay-cu-2.jpg',
    bytes: 81_920,
    state: { kind: 'wrong' as const, label: t.tags.wrong },
    viewHref: '#upload',
  }
  return (
    <Form action="/manage/components" method="get">
      <Shown name={t.empty}>
        <FileUpload name="photo" label={f.photo} hint={f.photoHint} {...limits} />
      </Shown>
      <Shown name={t.wrong}>
        <FileUpload
          name="bad-photo"
          label={f.photo}
          {...limits}
          files={[clear, blurred]}
          removeName="remove"
          errors={[{ field: 'bad-photo', message: f.photoError }]}
        />
      </Shown>
      <Shown name={t.filled}>
        <FileUpload name="full-photo" label={f.photo} {...limits} maxFiles={1} files={[clear]} removeName="remove" />
      </Shown>
    </Form>
  )
}
