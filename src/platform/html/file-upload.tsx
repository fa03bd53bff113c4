import type { ComponentChildren } from 'preact'
import { describedBy, errorsAt, FieldErrors, type FieldProps, Hint, OptionalMark } from './field.tsx'
import { useFrame } from './frame.ts'
import { Tag, type TagKind } from './tag.tsx'
import { frameWords } from './words.ts'

export interface GivenFile {
  id: string
  /** Name on the person's own device: shown as text, never trusted. */
  name: string
  bytes: number
  state?: { kind: TagKind; label: string } | undefined
  viewHref?: string | undefined
  /** More verbs of this file. */
  more?: ComponentChildren
}

interface Props extends Omit<FieldProps, 'value' | 'heading'> {
  /** As people know them: `['PDF', 'JPG', 'PNG']`. */
  formats: readonly string[]
  /** For the browser's chooser: `application/pdf,image/*`. */
  accept?: string | undefined
  maxMegabytes: number
  maxFiles: number
  files?: readonly GivenFile[]
  /** Name of the submit button that removes a file; its value is the file's id. Absent: files cannot be removed. */
  removeName?: string | undefined
}

/** Formats, size and count said before; the native control; each file given so far a row with its state and verbs. */
export function FileUpload({ formats, accept, maxMegabytes, maxFiles, files = [], removeName, ...field }: Props) {
  const words = frameWords(useFrame().language)
  const errors = errorsAt(field.errors, field.name)
  const { name } = field
  const full = files.length >= maxFiles
  const title = (
    <>
      {field.label}
      <OptionalMark optional={field.optional} />
    </>
  )
  return (
    <div class={errors.length > 0 ? 'field err-box' : 'field'}>
      {full ? <p class="lbl">{title}</p> : <label for={name}>{title}</label>}
      <Hint name={name}>
        {field.hint && <p>{field.hint}</p>}
        <p>{words.upload.limits(formats.join(', '), maxMegabytes, maxFiles)}</p>
      </Hint>
      <FieldErrors name={name} errors={errors} />
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <FileRow key={file.id} file={file} removeName={removeName} />
          ))}
        </ul>
      )}
      {full ? (
        <p class="hint" id={name}>
          {words.upload.full(maxFiles)}
        </p>
      ) : (
        <div class="file">
          <p class="small" aria-hidden="true">
            {files.length > 0 ? words.upload.another : words.upload.choose}
          </p>
          <input
            type="file"
            id={name}
            name={name}
            accept={accept}
            multiple={maxFiles - files.length > 1}
            aria-invalid={errors.length > 0 ? true : undefined}
            aria-describedby={describedBy(name, { hint: true, errors })}
          />
        </div>
      )}
    </div>
  )
}

function FileRow({ file, removeName }: { file: GivenFile; removeName: string | undefined }) {
  const { language } = useFrame()
  const words = frameWords(language).upload
  return (
    <li>
      <Miniature />
      <div>
        <b>{file.name}</b> <span class="quiet num nb">{words.size(file.bytes)}</span>
        {file.state && (
          <p>
            <Tag kind={file.state.kind}>{file.state.label}</Tag>
          </p>
        )}
        <div class="acts">
          {file.viewHref && (
            <a href={file.viewHref}>
              {words.view}
              <span class="vh"> {file.name}</span>
            </a>
          )}
          {removeName && (
            <button class="btn-link" type="submit" name={removeName} value={file.id}>
              {words.remove}
              <span class="vh"> {file.name}</span>
            </button>
          )}
          {file.more}
        </div>
      </div>
    </li>
  )
}

function Miniature() {
  return (
    <svg class="mini" viewBox="0 0 64 80" aria-hidden="true" focusable="false" fill="none">
      <rect class="sheet-edge" x=".5" y=".5" width="63" height="79" />
      <path class="sheet-text" d="M18 12H46M24 18H40M10 32H54M10 38H50M10 44H54M10 50H42M34 64H54" stroke-width="2" />
    </svg>
  )
}
