import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { sayIntakeProblem } from '#rooms/documents/index.ts'
import type { PostedBody } from '#rooms/forms/index.ts'
import { getDossier } from '../../commands/find.ts'
import { supplyDossier } from '../../commands/supplement.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import type { SupplementRequest } from '../../slips.ts'
import { listSupplementRequests } from '../../store/slips.ts'
import { ownFiles, uploadLimits } from '../apply/files.ts'
import { type PostedStep, readPosted } from '../apply/upload.ts'
import { en } from './supplement.en.ts'
import { vi } from './supplement.vi.ts'
import { type Given, LONGEST_ANSWER, MOST_FILES, SupplementPage } from './supplement.view.tsx'

type RefRequest = FastifyRequest<{ Params: { ref: string } }>

interface Opened {
  citizen: Citizen
  dossier: Dossier
  request: SupplementRequest | undefined
}

async function open(request: RefRequest): Promise<Opened> {
  const citizen = requireCitizen(request)
  return read(citizen.agencyId, async (tx) => {
    const dossier = await getDossier(tx, citizen, request.params.ref)
    const requests = await listSupplementRequests(tx, dossier)
    return { citizen, dossier, request: requests.find(({ suppliedAt }) => suppliedAt === undefined) }
  })
}

function textsOf(body: PostedBody, name: string): string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return [value].flat().filter((one): one is string => typeof one === 'string')
}

interface Draft {
  text: string
  documentIds: string[]
}

/** What is given for one item: files that travelled with the form, those that have just come, less the one taken away. */
function draftOf(number: number, { body, files }: PostedStep): Draft {
  const removed = textsOf(body, 'remove')
  const earlier = textsOf(body, `given-${number}`).filter(isId)
  const added = files.flatMap(({ field, intake }) =>
    field === `file-${number}` && 'document' in intake ? [intake.document.id] : [],
  )
  const documentIds = [...new Set([...earlier, ...added])].filter((id) => !removed.includes(id)).slice(0, MOST_FILES)
  return { text: (textsOf(body, `text-${number}`)[0] ?? '').trim().normalize('NFC'), documentIds }
}

function fileErrors({ files }: PostedStep, drafts: readonly Draft[], request: FastifyRequest): FieldError[] {
  const t = wordsFor(request, { vi, en })
  return files.flatMap(({ field, intake }): FieldError[] => {
    if ('problem' in intake) return [{ field, message: sayIntakeProblem(intake.problem, request.language) }]
    const { id, name } = intake.document
    const kept = drafts[Number(field.slice('file-'.length)) - 1]?.documentIds.includes(id)
    return kept ? [] : [{ field, message: t.tooManyFiles(name, MOST_FILES) }]
  })
}

function textErrors(drafts: readonly Draft[], asked: SupplementRequest, t: typeof vi): FieldError[] {
  return asked.items.flatMap(({ name }, index): FieldError[] => {
    const { text = '', documentIds = [] } = drafts[index] ?? {}
    const field = `text-${index + 1}`
    if (text.length > LONGEST_ANSWER) return [{ field, message: t.tooLong(index + 1, LONGEST_ANSWER) }]
    return text === '' && documentIds.length === 0 ? [{ field, message: t.missing(index + 1, name) }] : []
  })
}

interface Shown {
  drafts: readonly Draft[]
  errors?: readonly FieldError[]
  changed?: boolean
}

async function show(
  request: RefRequest,
  reply: FastifyReply,
  { opened, drafts, ...shown }: Shown & { opened: Opened },
) {
  const { citizen, dossier, request: asked } = opened
  if (!asked) return reply.redirect(`/my/dossiers/${refOf(dossier)}`, 303)
  const { language } = request
  const ids = drafts.flatMap(({ documentIds }) => documentIds)
  const files = await read(citizen.agencyId, (tx) => ownFiles(tx, citizen, { ids, language }))
  const given = drafts.map(
    ({ text, documentIds }): Given => ({ text, files: documentIds.flatMap((id) => files[id] ?? []) }),
  )
  const t = wordsFor(request, { vi, en })
  return reply.page(
    <SupplementPage dossier={dossier} request={asked} given={given} upload={uploadLimits()} t={t} {...shown} />,
  )
}

async function supply(request: RefRequest, reply: FastifyReply) {
  const opened = await open(request)
  const { citizen, dossier, request: asked } = opened
  if (!asked) return reply.redirect(`/my/dossiers/${refOf(dossier)}`, 303)
  const fields = new Set(asked.items.map((_item, index) => `file-${index + 1}`))
  const isAsked = (field: string) => fields.has(field)
  const posted = await readPosted(request, { citizen, purpose: 'supplement', isAsked })
  const drafts = asked.items.map((_item, index) => draftOf(index + 1, posted))

  const onFiles = fileErrors(posted, drafts, request)
  const sending = textsOf(posted.body, 'act').length === 0 && textsOf(posted.body, 'remove').length === 0
  const errors = sending ? [...onFiles, ...textErrors(drafts, asked, wordsFor(request, { vi, en }))] : onFiles
  if (errors.length > 0) return show(request, reply.code(422), { opened, drafts, errors })
  if (!sending) return show(request, reply, { opened, drafts, changed: true })

  const items = asked.items.map(({ id }, index) => ({
    itemId: id,
    ...(drafts[index] ?? { text: '', documentIds: [] }),
  }))
  await supplyDossier(citizen, refOf(dossier), items)
  return reply.redirect(`/my/dossiers/${refOf(dossier)}`, 303)
}

export const supplementRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/my/dossiers/:ref/supplement',
    { config: { may: 'citizen' } },
    async (request, reply) => {
      const opened = await open(request)
      const drafts = opened.request?.items.map((): Draft => ({ text: '', documentIds: [] })) ?? []
      return show(request, reply, { opened, drafts })
    },
  )
  app.post<{ Params: { ref: string } }>(
    '/dossiers/:ref/supplements',
    { config: { may: 'citizen', audit: 'supplement.created' } },
    supply,
  )
}
