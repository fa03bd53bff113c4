import type { FieldError } from '#kernel/errors.ts'
import { useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { frameWords } from './words.ts'

interface Props {
  errors: readonly FieldError[] | undefined
  /** Otherwise “Có 2 chỗ cần sửa”. */
  title?: string | undefined
  /** False where it is only shown, not answered with. */
  focus?: boolean
}

/**
 * First on the page after a post that could not be taken: takes the focus, each line leads to its field and says the
 * same sentence as there, and says that nothing typed is lost. Nothing when there are no errors.
 */
export function ErrorSummary({ errors = [], title, focus = true }: Props) {
  const words = frameWords(useFrame().language)
  if (errors.length === 0) return null
  return (
    <div class="summary-err" role="alert" aria-labelledby="problems" tabIndex={-1} autofocus={focus}>
      <h2 id="problems">
        <Icon name="stop" />
        {title ?? words.problems(errors.length)}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
      <p class="small">{words.nothingLost}</p>
    </div>
  )
}
