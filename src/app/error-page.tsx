import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { ErrorPage } from '#platform/html/index.ts'
import type { Failure } from '#platform/http/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { type Status, sayStatus } from '#rooms/dossiers/index.ts'
import { en } from './error-words.en.ts'
import { vi } from './error-words.vi.ts'

interface Said {
  title: string
  message: string | ((state: string) => string)
}

const WORDS: Record<Language, Readonly<Record<string, Said | undefined>>> = { vi, en }

/** What a refusal with this code says in a language; undefined when only the words of its status fit. */
export function sayRefusal(
  { code, facts }: Pick<Failure, 'code' | 'facts'>,
  language: Language,
): { title: string; message: string } | undefined {
  const said = WORDS[language][code]
  if (!said) return undefined
  const { title, message } = said
  return {
    title,
    message: typeof message === 'string' ? message : message(sayStatus(facts.status as Status, language)),
  }
}

/** The page of a failure: the words of its own code where there are some, else those of its status. */
export function errorPage(failure: Failure, request: FastifyRequest): VNode {
  const words = sayRefusal(failure, request.language)
  return <ErrorPage status={failure.status} code={failure.code} id={failure.id} {...words} />
}
