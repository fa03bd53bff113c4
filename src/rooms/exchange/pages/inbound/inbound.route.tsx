import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { config, secretFor } from '#platform/config/index.ts'
import { log } from '#platform/log/index.ts'
import { sendDocument } from '#rooms/documents/index.ts'
import { findForPortal, lookUpDossier, lookUpPayment } from '../../inbound/commands/look-up.ts'
import { takeDossier } from '../../inbound/commands/take-dossier.ts'
import { takePromotionNotice, takeTaxNotice } from '../../inbound/commands/take-notice.ts'
import { type Envelope, FAULT, isBearer } from '../../inbound/envelope.ts'
import { isKeepable } from '../../inbound/payload.ts'

type Take = (agencyId: number, body: Record<string, unknown>) => Promise<Envelope>

const MB = 1_048_576
/** One file of the largest kind in base64, with all that stands around it; larger ones come by their address. */
const WITH_FILES = Math.ceil(config.MAX_FILE_MB * 1.4 + 1) * MB
const WORDS = MB / 4

const fault = (message: string): Envelope => ({ error_code: FAULT, message })

async function checkCaller(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const secret = secretFor(config.NATIONAL_INBOUND_TOKEN, request.agency.code)
  if (secret !== undefined && isBearer(request.headers.authorization, secret)) return undefined
  return reply.code(401).header('www-authenticate', 'Bearer').send(fault('Không nhận ra bên gọi'))
}

function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof NotFound) return reply.code(404).send(fault('Không tìm thấy'))
  const status = error.statusCode ?? 500
  if (status === 413) return reply.code(413).send(fault('Nội dung lớn quá mức nhận'))
  if (status < 500) return reply.code(status).send(fault('Không đọc được nội dung: phải là JSON'))
  log.error({ err: error, url: request.routeOptions.url, id: request.id }, 'a call of the national portal failed')
  return reply.code(status).send(fault(`Lỗi của hệ thống, mã ${request.id}; hãy gửi lại sau`))
}

function endpoint(app: FastifyInstance, path: string, given: { take: Take; audit: string; bodyLimit?: number }): void {
  const { take, audit, bodyLimit = WORDS } = given
  const options = { bodyLimit, config: { may: 'public', audit, skipOriginCheck: true } } as const
  app.post(`/api/national/${path}`, options, async (request, reply) => {
    const { body } = request
    if (!isKeepable(body)) return reply.code(400).send(fault('Không đọc được nội dung: phải là một đối tượng JSON'))
    return reply.send(await take(request.agency.id, body))
  })
}

/** Where the national portal calls this agency. The secret is looked at before anything of the call is read. */
export const nationalInboundRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', checkCaller)
  app.setErrorHandler(answerFault)
  endpoint(app, 'nhanhsdvcqg', { take: takeDossier, audit: 'national.dossier-brought', bodyLimit: WITH_FILES })
  endpoint(app, 'nhantbthuedvcqg', { take: takeTaxNotice, audit: 'national.tax-notice-brought' })
  endpoint(app, 'addtthcKhuyenMai', { take: takePromotionNotice, audit: 'national.promotion-brought' })
  endpoint(app, 'search/call', { take: lookUpDossier, audit: 'national.dossier-looked-up' })
  endpoint(app, 'dptracuuthanhtoanhs', { take: lookUpPayment, audit: 'national.payment-looked-up' })

  app.get<{ Params: { id: string } }>(
    '/api/national/downloadfile/:id',
    { config: { may: 'public', audit: 'national.file-fetched' } },
    async (request, reply) => {
      const document = await findForPortal(request.agency.id, request.params.id)
      if (!document) throw new NotFound()
      return sendDocument(reply, document)
    },
  )
}
