import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { ErrorPage } from '#platform/html/index.ts'
import type { Failure } from '#platform/http/index.ts'
import { en } from './error-words.en.ts'
import { vi } from './error-words.vi.ts'

/** The page of a failure: the words of its own code where there are some, else those of its status. */
export function errorPage(failure: Failure, request: FastifyRequest): VNode {
  const words: Record<string, { title: string; message: string } | undefined> = request.language === 'en' ? en : vi
  return <ErrorPage status={failure.status} code={failure.code} id={failure.id} {...words[failure.code]} />
}
