import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

interface Look {
  children: ComponentChildren
  /** One main button a page; `two` is the other way, `stop` ends something, `link` looks like a link. */
  kind?: 'main' | 'two' | 'stop' | 'link'
  small?: boolean
  icon?: IconName | undefined
  id?: string | undefined
}

interface ButtonProps extends Look {
  type?: 'submit' | 'button'
  name?: string | undefined
  value?: string | undefined
  /** Id of the form, when the button stands outside it. */
  form?: string | undefined
  formaction?: string | undefined
}

function look(kind: Look['kind'] = 'main', small = false): string {
  if (kind === 'link') return 'btn-link'
  return ['btn', kind === 'main' ? '' : kind, small ? 's' : ''].filter(Boolean).join(' ')
}

/** Does something. Named as a deed: “Nộp hồ sơ”. */
export function Button({ children, kind, small, icon, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button class={look(kind, small)} type={type} {...rest}>
      {icon && <Icon name={icon} small />}
      {children}
    </button>
  )
}

/** Goes somewhere, and looks like a button because it is the way on. */
export function ButtonLink({ children, kind, small, icon, href, id }: Look & { href: string }) {
  return (
    <a class={look(kind, small)} href={href} id={id}>
      {icon && <Icon name={icon} small />}
      {children}
    </a>
  )
}

/** Buttons in a row; on phones one under the other. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="btns">{children}</div>
}
