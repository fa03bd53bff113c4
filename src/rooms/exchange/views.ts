import type { MessageState } from './message.ts'

/** The states of a view; each has its own index, so that a page costs the same however long the history. */
export const VIEWS = {
  unfinished: ['waiting', 'sent'],
  stuck: ['refused', 'dead'],
  acknowledged: ['acknowledged'],
  closed: ['superseded', 'settled'],
  all: undefined,
} as const satisfies Record<string, readonly MessageState[] | undefined>

export type ViewName = keyof typeof VIEWS
