import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Form, Hidden } from './form.tsx'
import { useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { frameWords } from './words.ts'

export interface KeyFact {
  label: string
  value: ComponentChildren
  note?: ComponentChildren
}

/** Four answers before any scrolling: how long, how much, who, what it asks of you. */
export function KeyFacts({ facts }: { facts: readonly KeyFact[] }) {
  return (
    <dl class="keys">
      {facts.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b class="num">{value}</b>
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface CardProps {
  href: string
  /** The official name, verbatim; matched words may be `<mark>`. */
  name: ComponentChildren
  /** One plain sentence. */
  sentence?: ComponentChildren
  time?: string | undefined
  fee?: string | undefined
  level?: string | undefined
  code: string
  /** Language of the name when it is not the page's: official names stay Vietnamese. */
  nameLang?: 'vi' | 'en' | undefined
}

/** A procedure in a list. The title is the door: no button. */
export function ServiceCard({ href, name, sentence, time, fee, level, code, nameLang }: CardProps) {
  const words = frameWords(useFrame().language)
  return (
    <li class="card">
      <h3>
        <a href={href} lang={nameLang}>
          {name}
        </a>
      </h3>
      {sentence && <p>{sentence}</p>}
      <ul class="facts">
        {time && (
          <li>
            <Icon name="clock" small />
            <b class="num">{time}</b>
          </li>
        )}
        {fee && (
          <li>
            {words.fee}: <b class="num">{fee}</b>
          </li>
        )}
        {level && <li>{level}</li>}
        <li class="num">
          {words.code} {code}
        </li>
      </ul>
    </li>
  )
}

interface SearchProps {
  action: string
  /** Seen when there is no heading that says it; always read out. */
  label: string
  labelHidden?: boolean
  name?: string
  value?: string | undefined
  button?: string | undefined
  hint?: ComponentChildren
  id?: string
  /** Kept as they are while searching again. */
  keep?: Readonly<Record<string, string>>
}

/** One field, a visible button, no placeholder; hint and examples outside. */
export function SearchBox({
  action,
  label,
  labelHidden = true,
  name = 'q',
  value,
  id = name,
  keep,
  ...rest
}: SearchProps) {
  const words = frameWords(useFrame().language)
  return (
    <>
      <Form action={action} method="get" class="search" role="search">
        <label class={labelHidden ? 'vh' : undefined} for={id}>
          {label}
        </label>
        <input
          id={id}
          name={name}
          type="search"
          value={value}
          autocomplete="off"
          aria-describedby={rest.hint ? `${id}-hint` : undefined}
        />
        <Button>
          <Icon name="search" />
          <span>{rest.button ?? words.search}</span>
        </Button>
        {Object.entries(keep ?? {}).map(([key, kept]) => (
          <Hidden key={key} name={key} value={kept} />
        ))}
      </Form>
      {rest.hint && (
        <p class="hint" id={`${id}-hint`}>
          {rest.hint}
        </p>
      )}
    </>
  )
}
