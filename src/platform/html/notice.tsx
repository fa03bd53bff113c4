import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Seal } from './ornament.tsx'

export type NoticeKind = 'info' | 'good' | 'wait' | 'stop'

const LOOKS: Record<NoticeKind, { look: string; icon: IconName }> = {
  info: { look: 'note', icon: 'bell' },
  good: { look: 'note good', icon: 'tick' },
  wait: { look: 'note wait', icon: 'pause' },
  stop: { look: 'note stop', icon: 'stop' },
}

interface NoticeProps {
  kind?: NoticeKind
  title?: string | undefined
  icon?: IconName | undefined
  /** Says what has just happened, after a redirect: read out when the page opens. */
  live?: boolean
  children?: ComponentChildren
}

/** Something to know, beside the path of the page. */
export function Notice({ kind = 'info', title, icon, live = false, children }: NoticeProps) {
  const { look, icon: usual } = LOOKS[kind]
  return (
    <div class={look} role={live ? 'status' : undefined}>
      <Icon name={icon ?? usual} />
      <div class="stack-s">
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}

interface ConfirmationProps {
  /** The h1 of the page: “Đã nộp hồ sơ”. */
  title: string
  /** What the code is: “Mã tạm của bạn”. */
  codeLabel: string
  code: string
  /** 1 unless the page has another h1. */
  level?: 1 | 2 | 3
  children?: ComponentChildren
}

/** The seal: it is done, and this is the code to keep. */
export function ConfirmationPanel({ title, codeLabel, code, level = 1, children }: ConfirmationProps) {
  const Heading = `h${level}` as const
  return (
    <div class="seal">
      <Seal />
      <div>
        <Heading>{title}</Heading>
        <p class="seal-label">{codeLabel}</p>
        <p class="code num">{code}</p>
        {children && <div class="small">{children}</div>}
      </div>
    </div>
  )
}

/** More for whoever asks: closed until opened, with the browser's own control. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ComponentChildren
  open?: boolean
  children: ComponentChildren
}) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div class="stack-s">{children}</div>
    </details>
  )
}
