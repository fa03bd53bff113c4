import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { type ControlSlipData, qrImage, renderSlip } from '#platform/pdf/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { getSlips, listLog, refOf, slipSource } from '#rooms/dossiers/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { controlSlip, type Hand, type Passing } from '../../control-slip.ts'
import { findProcess } from '../../store/processes.ts'
import { getWorkflow } from '../../store/workflows.ts'
import { en } from './control-slip.en.ts'
import { vi } from './control-slip.vi.ts'
import { ControlSlipPage } from './control-slip.view.tsx'
import { controlSlipData, type Names } from './control-slip-data.ts'

interface SlipParams {
  Params: { ref: string }
}

async function namesIn(tx: Tx, passings: readonly Passing[]): Promise<Names> {
  const hands = passings.flatMap(({ from, to }): Hand[] => [from, to])
  const idsOf = (name: keyof Hand) => [...new Set(hands.flatMap((hand) => hand[name] ?? []))]
  const units = new Map<string, string>()
  for (const id of idsOf('unitId')) units.set(id, (await getUnit(tx, id)).name.vi)
  return { officers: await officerNames(tx, idsOf('officerId')), units }
}

interface Made {
  ref: string
  data: ControlSlipData
  at: Date
}

/** Form 06 of a dossier whose processing has begun. */
function slipFor(request: FastifyRequest<SlipParams>): Promise<Made> {
  const officer = requireOfficer(request)
  return read(officer.agencyId, async (tx) => {
    const source = await slipSource(tx, request, officer)
    const { dossier } = source
    const { receipt } = await getSlips(tx, dossier)
    const process = await findProcess(tx, dossier.id)
    if (!receipt || !process) throw new NotFound('dossiers.no-such-slip')
    const workflow = await getWorkflow(tx, { agencyId: officer.agencyId, ...process })
    const ends = workflow.definition.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id)
    const log = await listLog(tx, dossier)
    const passings = controlSlip(log, new Set(ends))
    const data = controlSlipData({ source, receipt, passings, names: await namesIn(tx, passings) })
    return { ref: refOf(dossier), data, at: log.at(-1)?.at ?? receipt.receivedAt }
  })
}

const PATH = '/desk/dossiers/:ref/control-slip'
const config = { may: 'officer', audit: 'slip.opened' } as const

export const controlSlipRoutes: FastifyPluginAsync = async (app) => {
  app.get<SlipParams>(PATH, { config }, async (request, reply) => {
    const { ref, data } = await slipFor(request)
    const qr = await qrImage(data.verifyUrl, `Mã QR để xem hồ sơ đang ở đâu: ${data.verifyUrl}`)
    const page = <ControlSlipPage dossierRef={ref} data={data} qr={qr} t={wordsFor(request, { vi, en })} />
    return reply.page(page, { area: 'desk' })
  })

  // Dated by the last entry of the log: the same log gives the same bytes.
  app.get<SlipParams>(`${PATH}.pdf`, { config }, async (request, reply) => {
    const { ref, data, at } = await slipFor(request)
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `inline; filename="control-slip-${ref}.pdf"`)
      .type('application/pdf')
      .send(await renderSlip('control-slip', data, { createdAt: at }))
  })
}
