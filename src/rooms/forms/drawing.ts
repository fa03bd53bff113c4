import type { FieldError } from '#kernel/errors.ts'
import type { GivenFile } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { vi } from './form.vi.ts'
import type { Journey } from './journey.ts'
import type { FormContext } from './profile.ts'
import type { Opened } from './row-acts.ts'

/** What may be uploaded, as the `documents` room allows it. */
export interface UploadLimits {
  /** As people know them: `['PDF', 'JPG', 'PNG']`. */
  formats: readonly string[]
  accept: string
  maxMegabytes: number
}

/** What every question of a page is drawn with. */
export interface Drawing {
  language: Language
  context: FormContext
  errors: readonly FieldError[]
  /** What is known of the files already given, by document id. */
  files: Readonly<Record<string, GivenFile>>
  upload: UploadLimits
  /** Name of the button that takes a file away. */
  removeName: string | undefined
  /** What was answered, as rules see it: a choice that depends on another offers what fits. */
  values: Journey['values']
  /** What of each table stands open, by the table. */
  opened: Readonly<Record<string, Opened>>
  t: typeof vi
}
