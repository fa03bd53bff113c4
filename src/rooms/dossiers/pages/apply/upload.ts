import type { FastifyRequest } from 'fastify'
import type { Citizen } from '#kernel/viewer.ts'
import { type Intake, intakeFile, type PostedFile, readMultipart, sayIntakeProblem } from '#rooms/documents/index.ts'
import { type Draft, type FormError, type PostedBody, type Service, setDocuments } from '#rooms/forms/index.ts'
import { en } from './step.en.ts'
import { vi } from './step.vi.ts'

export interface PostedStep {
  body: PostedBody
  files: readonly { field: string; intake: Intake }[]
}

interface Expected {
  citizen: Citizen
  purpose: string
  /** Whether a file is asked for under this name: anything else is not even looked at. */
  isAsked(field: string): boolean
}

/** A posted form, with or without files. Only files that are asked for are taken in. */
export async function readPosted(request: FastifyRequest, expected: Expected): Promise<PostedStep> {
  if (!request.isMultipart()) return { body: (request.body ?? {}) as PostedBody, files: [] }
  const { citizen, purpose } = expected
  const take = async ({ field, name, bytes, declaredSize, wasCut }: PostedFile): Promise<Intake> => {
    if (expected.isAsked(field)) {
      const { agencyId, personId } = citizen
      return intakeFile({ agencyId, personId, name, bytes, purpose, declaredSize, wasCut })
    }
    bytes.resume()
    return { problem: { code: 'unreadable', name } }
  }
  const read = await readMultipart(request, take)
  return { body: read.body, files: read.files.filter(({ field }) => expected.isAsked(field)) }
}

/** Questions of kind `file` in a step, and how many files each takes. */
export function fileQuestions({ form }: Service, step: string): ReadonlyMap<string, number> {
  const questions = form.definition.steps.find(({ id }) => id === step)?.questions ?? []
  return new Map(
    questions.flatMap((question) => (question.kind === 'file' ? [[question.id, question.maxFiles ?? 4]] : [])),
  )
}

interface Adding {
  draft: Draft
  step: string
  files: PostedStep['files']
  most: ReadonlyMap<string, number>
}

/** Puts what was taken in under its question; what was not taken is said at the field. */
export async function addFiles(citizen: Citizen, { draft, step, files, most }: Adding): Promise<FormError[]> {
  const errors: FormError[] = []
  const say = (question: string, message: FormError['message']) =>
    errors.push({ step, field: question, question, message })
  for (const { field, intake } of files) {
    if ('problem' in intake) {
      say(field, { vi: sayIntakeProblem(intake.problem, 'vi'), en: sayIntakeProblem(intake.problem, 'en') })
      continue
    }
    const { document } = intake
    const limit = most.get(field) ?? 1
    const changed = await setDocuments(citizen, draft.id, {
      question: field,
      documents: (present) => (present.length < limit ? [...present, document.id] : present),
    })
    if (!changed.documents[field]?.includes(document.id)) {
      say(field, { vi: vi.tooManyFiles(document.name, limit), en: en.tooManyFiles(document.name, limit) })
    }
  }
  return errors
}
