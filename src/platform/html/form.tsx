import type { ComponentChildren } from 'preact'
import { useFrame } from './frame.ts'

interface Props {
  action: string
  /** `get` for searching and filtering: no token, and the address can be shared. */
  method?: 'post' | 'get'
  /** With files. The route passes the `_form` field to `checkToken`. */
  multipart?: boolean
  id?: string | undefined
  class?: string | undefined
  label?: string | undefined
  role?: 'search'
  children: ComponentChildren
}

/**
 * A form that works without script. The server checks and answers in words, so the browser's own bubbles are off.
 * With files, an unseen button stands first: Enter in a field presses the first one, which would be “Bỏ” of a file.
 */
export function Form({ method = 'post', multipart = false, label, children, ...rest }: Props) {
  const frame = useFrame()
  return (
    <form
      {...rest}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      novalidate
    >
      {multipart && <button type="submit" class="vh" tabIndex={-1} aria-hidden="true" />}
      {method === 'post' && <input type="hidden" name="_form" value={frame.csrfToken} />}
      {children}
    </form>
  )
}

/** A value that travels with the form, unseen. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
