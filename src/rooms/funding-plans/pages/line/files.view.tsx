import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, FileUpload, Form } from '#platform/html/index.ts'
import type { Line } from '../../line.ts'
import type { vi } from './line.vi.ts'

/** What can be given: for the browser’s chooser, and how large. */
export interface Intake {
  accept: string
  maxMegabytes: number
}

interface Props {
  planId: string
  line: Line
  errors: readonly FieldError[]
  intake: Intake
  t: typeof vi
}

const MOST_FILES = 20

/** The papers of a task: each can be opened, and more can be added. */
export function Files({ planId, line, errors, intake, t }: Props) {
  const here = `/manage/funding-plans/${planId}/lines/${line.id}/files`
  return (
    <section class="sec" aria-labelledby="files">
      <h2 id="files">{t.files.title}</h2>
      {line.attachments.length > 0 && (
        <ul>
          {line.attachments.map(({ documentId, name }) => (
            <li key={documentId}>
              <a href={`${here}/${documentId}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {line.attachments.length < MOST_FILES && (
        <Form action={here} multipart>
          <FileUpload
            name="file"
            label={t.files.label}
            errors={errors}
            formats={['PDF', 'JPG', 'PNG']}
            {...intake}
            maxFiles={1}
          />
          <Buttons>
            <Button kind="two">{t.files.add}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}
