import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import type { FrameAgency } from '#platform/html/frame.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { getCatalogueState } from '../../store/catalogue.ts'
import { getProcedure, listVersions, type Procedure } from '../../store/procedures.ts'
import { getPublicVersion } from '../../store/public-version.ts'
import type { WithParts } from '../shared/public-parts.ts'
import { offerOf } from './offer.ts'
import { en } from './procedure.en.ts'
import { vi } from './procedure.vi.ts'
import { ProcedurePage } from './procedure.view.tsx'
import { publicRecord } from './public-record.ts'

interface Query {
  Params: { code: string }
  Querystring: { on?: string | string[] }
}

/** Everything that a procedure's page, record and API answer is made of. */
export function readProcedure(agencyId: number, code: string, on: LocalDate | undefined) {
  return read(agencyId, async (tx) => ({
    procedure: await getProcedure(tx, agencyId, code, on),
    versions: await listVersions(tx, code),
    syncedAt: (await getCatalogueState(tx)).syncedAt,
  }))
}

/** What this agency offers of it, and where it can be handed in. */
async function readOffer({ id, code: agency }: FrameAgency, { service }: Procedure, on: LocalDate = today()) {
  if (!service) return { offer: undefined, desks: [] }
  const units = await read(id, (tx) => listUnits(tx, id, on))
  return { offer: offerOf(service.package, { agency, on }), desks: units.filter(({ desk }) => desk) }
}

/** `?on=2026-05-01`; a day that is none has no version. */
export function dayAsked(request: FastifyRequest<Query>): LocalDate | undefined {
  const { on } = request.query
  if (on === undefined || on === '') return undefined
  if (typeof on !== 'string' || !isLocalDate(on)) throw new NotFound('procedures.not-found')
  return on
}

export const procedureRoute: FastifyPluginAsync<WithParts> = async (app, { parts }) => {
  app.get<Query>('/procedures/:code', { config: { may: 'public' } }, async (request, reply) => {
    const on = dayAsked(request)
    const { code } = request.params
    if ((request.headers.accept ?? '').startsWith('application/json')) {
      const { procedure, versions, syncedAt } = await readProcedure(request.agency.id, code, on)
      return reply.header('vary', 'accept').send(publicRecord(procedure, versions, syncedAt))
    }
    const t = wordsFor(request, { vi, en })
    const make = async () => {
      const { agency, language } = request
      const found = await readProcedure(agency.id, code, on)
      const offer = await readOffer(agency, found.procedure, on)
      const below = await parts?.belowProcedure?.({ agencyId: agency.id, code: found.procedure.code, language })
      return <ProcedurePage t={t} {...found} {...offer} on={on} below={below} />
    }
    // Addresses with a day are without end; only today's page is worth keeping.
    if (on !== undefined) return reply.page(await make())
    return reply.cachedPage(getPublicVersion, make)
  })
}
