import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  FileUpload,
  Form,
  type GivenFile,
  Hidden,
  LongText,
  Notice,
  Page,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import type { UploadLimits } from '#rooms/forms/index.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import type { SupplementItem, SupplementRequest } from '../../slips.ts'
import type { vi } from './supplement.vi.ts'

export const LONGEST_ANSWER = 3000
export const MOST_FILES = 4

/** What has been said and given for one item so far; files travel with the form until it is sent. */
export interface Given {
  text: string
  files: readonly GivenFile[]
}

interface Props {
  dossier: Dossier
  request: SupplementRequest
  given: readonly Given[]
  upload: UploadLimits
  errors?: readonly FieldError[]
  /** Files were uploaded or taken away, nothing was sent. */
  changed?: boolean
  t: typeof vi
}

interface ItemProps extends Props {
  item: SupplementItem
  number: number
}

function Item({ item, number, given, upload, errors = [], t }: ItemProps) {
  const { text = '', files = [] } = given[number - 1] ?? {}
  return (
    <section class="stack" aria-labelledby={`item-${number}`}>
      <h2 id={`item-${number}`}>
        {t.point(number)}. {item.name}
      </h2>
      <p class="pre measure">{item.reason}</p>
      {files.map(({ id }) => (
        <Hidden key={id} name={`given-${number}`} value={id} />
      ))}
      <LongText
        name={`text-${number}`}
        label={t.answer}
        hint={t.answerHint}
        value={text}
        errors={errors}
        rows={3}
        limit={LONGEST_ANSWER}
      />
      <FileUpload
        name={`file-${number}`}
        label={t.files}
        errors={errors}
        {...upload}
        maxFiles={MOST_FILES}
        files={files}
        removeName="remove"
        optional
      />
    </section>
  )
}

/** The request, item by item, answered in words or with papers; sent once. R-077 */
export function SupplementPage(props: Props) {
  const { dossier, request, errors = [], changed = false, t } = props
  const { language } = useFrame()
  const ref = refOf(dossier)
  const back = `/my/dossiers/${ref}`
  return (
    <Page
      title={`${t.title} ${ref}`}
      problem={errors.length > 0}
      private
      path={`${back}/supplement`}
      before={<BackLink href={back} />}
    >
      <div class="form">
        <ErrorSummary errors={errors} />
        {changed && errors.length === 0 && <Notice live>{t.uploaded}</Notice>}
        <div>
          <p class="num quiet">
            {ref} · {dossier.procedureName[language]}
          </p>
          <h1>{t.title}</h1>
        </div>
        <p>{t.lead(request.items.length)}</p>
        <Notice kind="wait">
          <p>{request.atIntake ? t.clockIntake : t.clock}</p>
          <p class="small">
            {t.asked(request.officerName, formatDateTime(request.requestedAt))}.{' '}
            {request.supplyBy && t.sendBy(formatDate(request.supplyBy))}
          </p>
        </Notice>
        <Form action={`/dossiers/${ref}/supplements`} multipart class="form">
          {request.items.map((item, index) => (
            <Item key={item.id} {...props} item={item} number={index + 1} />
          ))}
          <p class="small quiet">{t.once}</p>
          <Buttons>
            <Button>{t.send}</Button>
            <Button kind="two" name="act" value="upload">
              {t.upload}
            </Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}
