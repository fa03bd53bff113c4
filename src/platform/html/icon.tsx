import { ICONS, type IconName } from './icons.ts'

/** One drawing of the fixed set, hidden from screen readers: the words beside it speak. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean | undefined }) {
  return (
    <svg class={small ? 'i i-s' : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  )
}
