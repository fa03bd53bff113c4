import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { NotFound } from '#kernel/errors.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { qrImage, renderSlip, type SlipData } from '#platform/pdf/index.ts'
import { explainDue, getWithPlaces } from '../../commands/find.ts'
import { refOf } from '../../dossier.ts'
import { unitNamed } from '../../store/places.ts'
import { findReceipt, findRefusal, listSupplementRequests } from '../../store/slips.ts'
import { serviceSays } from '../shared/service-says.ts'
import { ReceiptPaper, RefusalPaper, SupplementRequestPaper } from './paper.view.tsx'
import { en } from './slip.en.ts'
import { vi } from './slip.vi.ts'
import { SlipPage } from './slip.view.tsx'
import { receiptData, refusalData, type SlipSource, supplementRequestData } from './slip-data.ts'

type SlipRequest = FastifyRequest<{ Params: { ref: string; n?: string }; Querystring: { made?: string } }>

/** The slips of this room; form 06 is made by the room that does the work. */
type Kind = Exclude<keyof SlipData, 'control-slip'>

/** A slip ready to be shown or printed. */
type Slip = {
  [K in Kind]: { kind: K; data: SlipData[K]; at: Date; path: string; ref: string }
}[Kind]

/** The slip's data; NotFound when there is no such slip, or no such dossier for this viewer. */
type Find = (tx: Tx, source: SlipSource, n: number) => Promise<Omit<Slip, 'ref'> | undefined>

/** What a slip of this dossier is made from; NotFound when it is not this viewer's to see. */
export async function slipSource(
  tx: Tx,
  request: FastifyRequest<{ Params: { ref: string } }>,
  viewer: Viewer,
): Promise<SlipSource> {
  const { dossier, places } = await getWithPlaces(tx, viewer, request.params.ref)
  const unit = await unitNamed(tx, places, dossier.receivingUnitId)
  return {
    dossier,
    unit,
    parent: unit.parentId ? await unitNamed(tx, places, unit.parentId) : undefined,
    fees: (await serviceSays(tx, dossier, { language: 'vi' })).fees,
    explanation: await explainDue(tx, dossier),
    hotline: request.agency.contact.hotline,
    origin: request.origin,
  }
}

const findTheReceipt: Find = async (tx, source) => {
  const receipt = await findReceipt(tx, source.dossier)
  return receipt && { kind: 'receipt', data: receiptData(source, receipt), at: receipt.receivedAt, path: 'receipt' }
}

const findTheRefusal: Find = async (tx, source) => {
  const refusal = await findRefusal(tx, source.dossier)
  return refusal && { kind: 'refusal', data: refusalData(source, refusal), at: refusal.refusedAt, path: 'refusal' }
}

const findTheRequest: Find = async (tx, source, n) => {
  const request = (await listSupplementRequests(tx, source.dossier)).find(({ number }) => number === n)
  if (!request) return undefined
  const data = supplementRequestData(source, request)
  return { kind: 'supplement-request', data, at: request.requestedAt, path: `supplement-requests/${n}` }
}

async function slipFor(request: SlipRequest, viewer: Viewer, find: Find): Promise<Slip> {
  return read(viewer.agencyId, async (tx) => {
    const source = await slipSource(tx, request, viewer)
    const slip = await find(tx, source, Number(request.params.n ?? 0))
    if (!slip) throw new NotFound('dossiers.no-such-slip')
    return { ...slip, ref: refOf(source.dossier) } as Slip
  })
}

async function paperOf(slip: Slip): Promise<VNode> {
  const qr = await qrImage(slip.data.verifyUrl, `Mã QR để xem hồ sơ đang ở đâu: ${slip.data.verifyUrl}`)
  if (slip.kind === 'receipt') return <ReceiptPaper data={slip.data} qr={qr} />
  if (slip.kind === 'refusal') return <RefusalPaper data={slip.data} qr={qr} />
  return <SupplementRequestPaper data={slip.data} qr={qr} />
}

function signIn(request: FastifyRequest, reply: FastifyReply) {
  return reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`, 303)
}

/** For both the owner and officers of its units: a slip has one address. */
function page(find: Find) {
  return async (request: SlipRequest, reply: FastifyReply) => {
    const { viewer } = request
    if (!viewer) return signIn(request, reply)
    const slip = await slipFor(request, viewer, find)
    const officer = viewer.kind === 'officer'
    const kind = slip.kind === 'supplement-request' ? 'supplementRequest' : slip.kind
    const pdf = `/dossiers/${slip.ref}/${slip.path}.pdf`
    const fresh = officer && request.query.made !== undefined
    const t = wordsFor(request, { vi, en })
    return reply.page(
      <SlipPage kind={kind} dossierRef={slip.ref} pdf={pdf} officer={officer} fresh={fresh} t={t}>
        {await paperOf(slip)}
      </SlipPage>,
      { area: officer ? 'desk' : 'public' },
    )
  }
}

/** The same slip, A5, to print; the same bytes each time. */
function print(find: Find) {
  return async (request: SlipRequest, reply: FastifyReply) => {
    const { viewer } = request
    if (!viewer) return signIn(request, reply)
    const slip = await slipFor(request, viewer, find)
    const pdf = await renderSlip(slip.kind, slip.data, { createdAt: slip.at })
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `inline; filename="${slip.kind}-${slip.ref}.pdf"`)
      .type('application/pdf')
      .send(pdf)
  }
}

const SLIPS: readonly (readonly [string, Find])[] = [
  ['receipt', findTheReceipt],
  ['refusal', findTheRefusal],
  ['supplement-requests/:n(^\\d{1,3}$)', findTheRequest],
]

export const slipRoutes: FastifyPluginAsync = async (app) => {
  const config = { may: 'public', audit: 'slip.opened' } as const
  for (const [path, find] of SLIPS) {
    app.get(`/dossiers/:ref/${path}`, { config }, page(find))
    const pdf = path.includes(':n') ? 'supplement-requests/:n(^\\d{1,3}).pdf' : `${path}.pdf`
    app.get(`/dossiers/:ref/${pdf}`, { config }, print(find))
  }
}
