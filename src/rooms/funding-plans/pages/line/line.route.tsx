import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError, NotFound } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import {
  ACCEPT,
  fileSizeLimit,
  intakeFile,
  listDocuments,
  readMultipart,
  sayIntakeProblem,
  sendDocument,
} from '#rooms/documents/index.ts'
import { attach, dropLine, saveLine } from '../../commands/draft.ts'
import { lookAtPlan, type ShownPlan } from '../../commands/look.ts'
import type { Line } from '../../line.ts'
import type { Finding } from '../../rules.ts'
import { limited } from '../shared/read.ts'
import { roomWords } from '../shared/words.ts'
import { en } from './line.en.ts'
import { vi } from './line.vi.ts'
import { LinePage } from './line.view.tsx'
import { readLine } from './reader.ts'
import { FIELDS, sumsOf, type Typed, typedOf, withQuarters } from './typed.ts'

const HERE = '/manage/funding-plans/:id/lines'

interface Params {
  id: string
  line: string
}

type Asked = { Params: Params }

/** The plan with the line, while both can be changed; a new line is undefined. */
async function open(request: FastifyRequest<Asked>): Promise<{ shown: ShownPlan; line: Line | undefined }> {
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  if (!shown.acts.includes('edit')) {
    allow(new Conflict('funding-plans.not-possible-now', { act: 'edit', state: shown.last.state }))
  }
  const line = shown.last.lines.find(({ id }) => id === request.params.line)
  if (!line && request.params.line !== 'new') throw new NotFound('funding-plans.no-such-line')
  return { shown, line }
}

interface Filled {
  typed: Typed
  summed?: boolean
  errors?: readonly FieldError[]
}

async function show(request: FastifyRequest<Asked>, reply: FastifyReply, filled?: Filled) {
  const { shown, line } = await open(request)
  const typed = filled?.typed ?? (line ? typedOf(line) : {})
  const page = {
    ...{ planId: shown.plan.id, line, year: shown.plan.year, level: shown.plan.level },
    body: shown.body.name[request.language],
    ...{ typed, errors: filled?.errors ?? [] },
    sums: line || filled ? sumsOf(typed) : undefined,
    intake: { accept: ACCEPT, maxMegabytes: Math.floor(fileSizeLimit() / 1_048_576) },
    t: { ...wordsFor(request, { vi, en }), room: roomWords(request) },
  }
  return reply.page(<LinePage {...page} />, { area: 'manage' })
}

function typedIn(request: FastifyRequest): Typed {
  return Object.fromEntries(FIELDS.map((name) => [name, limited(request, name)]))
}

/** Each finding as a sentence at its field, with the article and, for sums, both figures. */
function sayFindings(findings: readonly Finding[], request: FastifyRequest): FieldError[] {
  const [t, room] = [wordsFor(request, { vi, en }), roomWords(request)]
  return findings.map(({ field, code, law, expected, found }) => {
    const sums = expected === undefined || found === undefined ? '' : ` ${sayDiffers(t, expected, found)}`
    return { field, message: `${room.findings[code]}${sums} (${law})` }
  })
}

function sayDiffers(t: typeof vi, expected: number, found: number): string {
  return t.errors.differs(groupDigits(expected), groupDigits(found))
}

async function save(request: FastifyRequest<Asked>, reply: FastifyReply) {
  const typed = typedIn(request)
  if (limited(request, 'do') === 'compute') return show(request, reply, { typed: withQuarters(typed) })
  const { line, errors } = readLine(typed, wordsFor(request, { vi, en }))
  if (errors.length > 0) return show(request, reply.code(422), { typed, errors })
  const id = request.params.line === 'new' ? undefined : request.params.line
  const findings = await saveLine(requireOfficer(request), request.params.id, { ...line, id })
  if (findings.length === 0) return reply.redirect(`/manage/funding-plans/${request.params.id}`, 303)
  return show(request, reply.code(422), { typed, errors: sayFindings(findings, request) })
}

async function addFile(request: FastifyRequest<Asked>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const { shown, line } = await open(request)
  if (!line) throw new NotFound('funding-plans.no-such-line')
  const { files } = await readMultipart(request, (file) => {
    return intakeFile({ ...file, agencyId: officer.agencyId, personId: undefined, purpose: 'funding-plan' })
  })
  const [given] = files
  const again = (message: string) =>
    show(request, reply.code(422), { typed: typedOf(line), errors: [{ field: 'file', message }] })
  if (!given) return again(wordsFor(request, { vi, en }).files.none)
  if ('problem' in given.intake) return again(sayIntakeProblem(given.intake.problem, request.language))
  const { id: documentId, name } = given.intake.document
  await attach(officer, { planId: shown.plan.id, lineId: line.id }, { documentId, name })
  return reply.redirect(`/manage/funding-plans/${shown.plan.id}/lines/${line.id}`, 303)
}

/** A paper of any version’s line, for whoever may see the plan. */
async function sendFile(request: FastifyRequest<{ Params: Params & { document: string } }>, reply: FastifyReply) {
  const { id, line, document } = request.params
  const officer = requireOfficer(request)
  const { versions } = await lookAtPlan(officer, id)
  const lines = versions.flatMap((version) => version.lines).filter((one) => one.id === line)
  const kept = lines.some(({ attachments }) => attachments.some(({ documentId }) => documentId === document))
  const [found] = kept ? await read(officer.agencyId, (tx) => listDocuments(tx, officer.agencyId, [document])) : []
  if (!found) throw new NotFound()
  return sendDocument(reply, found)
}

/** The tasks of a plan, one form each. */
export const lineRoutes: FastifyPluginAsync = async (app) => {
  const opened = { config: { may: 'officer' } } as const
  app.get<Asked>(`${HERE}/:line`, opened, (request, reply) => show(request, reply))
  app.post<Asked>(`${HERE}/:line`, { config: { may: 'officer', audit: 'funding-line.saved' } }, save)
  app.post<Asked>(
    `${HERE}/:line/removal`,
    { config: { may: 'officer', audit: 'funding-line.removed' } },
    async (request, reply) => {
      const { id, line } = request.params
      await dropLine(requireOfficer(request), id, line)
      return reply.redirect(`/manage/funding-plans/${id}`, 303)
    },
  )
  app.post<Asked>(`${HERE}/:line/files`, { config: { may: 'officer', audit: 'funding-file.added' } }, addFile)
  app.get<{ Params: Params & { document: string } }>(
    `${HERE}/:line/files/:document`,
    { config: { may: 'officer', audit: 'funding-file.opened' } },
    sendFile,
  )
}
