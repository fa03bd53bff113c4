import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { searchProcedures } from '#rooms/procedures/index.ts'
import { dcatOf } from '../../dcat.ts'
import { isMonthly } from '../../open-data.ts'
import { csvOf } from '../../published-json.ts'
import { latestRun } from '../../store/comparisons.ts'
import { findEdition, listEditions } from '../../store/editions.ts'
import { en as saidEn } from '../shared/said.en.ts'
import { vi as saidVi } from '../shared/said.vi.ts'
import { en } from './open-data.en.ts'
import { vi } from './open-data.vi.ts'
import { OpenDataPage } from './open-data.view.tsx'
import { plainCsv } from './plain-csv.ts'
import { CATALOGUE_TITLE, DATASETS } from './words.ts'

const PUBLIC = { config: { may: 'public' } } as const
const YEAR = 31_536_000

type Format = 'json' | 'csv'
const TYPES: Record<Format, string> = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

/** `3.csv` → edition 3 as CSV; `2026-10.csv` → month and CSV. */
function fileNamed(text: string): { name: string; format: Format } {
  const [, name = '', format = ''] = /^([0-9-]+)\.(json|csv)$/.exec(text) ?? []
  if (format !== 'json' && format !== 'csv') throw new NotFound('reporting.no-such-data')
  return { name, format }
}

function monthNamed(text: string): LocalDate {
  const day = `${text}-01`
  if (!/^\d{4}-\d{2}$/.test(text) || !isLocalDate(day)) throw new NotFound('reporting.no-such-data')
  return day
}

function datasetNamed(text: string): string {
  if (!isMonthly(text)) throw new NotFound('reporting.no-such-data')
  return text
}

function open(reply: FastifyReply, format: Format): FastifyReply {
  return reply.type(TYPES[format]).header('access-control-allow-origin', '*')
}

async function sendEdition(
  request: FastifyRequest<{ Params: { dataset: string; month: string; file: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { name, format } = fileNamed(request.params.file)
  const [dataset, month, edition] = [
    datasetNamed(request.params.dataset),
    monthNamed(request.params.month),
    Number(name),
  ]
  if (!Number.isSafeInteger(edition) || edition < 1 || edition > 1_000_000) throw new NotFound('reporting.no-such-data')
  const found = await read(request.agency.id, (tx) => findEdition(tx, request.agency.id, { dataset, month, edition }))
  if (!found) throw new NotFound('reporting.no-such-data')
  open(reply, format)
    .header('cache-control', `public, max-age=${YEAR}, immutable`)
    .header('etag', `"${found.sha256.slice(0, 32)}-${format}"`)
  if (format === 'json') return reply.send(found.body)
  const { rows, total } = JSON.parse(found.body) as {
    rows: Parameters<typeof csvOf>[0]
    total: Parameters<typeof csvOf>[0][number]
  }
  return reply.send(csvOf([...rows, total]))
}

/** Data that is made when it is asked for. */
async function liveRows(request: FastifyRequest, name: 'catalogue' | 'equal-treatment') {
  const { id } = request.agency
  return read(id, async (tx) => {
    if (name === 'equal-treatment') {
      const run = await latestRun(tx, id)
      // Where there are too few to compare, how many they are is nobody’s business.
      return (run?.comparisons ?? []).map(({ tested, pAdjusted, dossiers, others, ...one }) => ({
        from: run?.period.from,
        to: run?.period.to,
        ...one,
        dossiers: tested && dossiers,
        others: tested && others,
        effect: tested?.effect,
        low: tested?.low,
        high: tested?.high,
        p: tested?.p,
        pAdjusted,
      }))
    }
    const { hits } = await searchProcedures(tx, id, { query: '', limit: 100_000, offset: 0 })
    return hits.map(({ code, name: title, level, appliable, card }) => {
      return { code, name: title, field: card.field, publisher: card.publisher, level, appliable }
    })
  })
}

/** `/open-data` and everything under it. R-193 */
export const openDataRoutes: FastifyPluginAsync = async (app) => {
  app.get('/open-data', PUBLIC, async (request, reply) => {
    const editions = await read(request.agency.id, (tx) => listEditions(tx, request.agency.id))
    const saying = { language: request.language, says: wordsFor(request, { vi: saidVi, en: saidEn }) }
    return reply.page(<OpenDataPage {...{ editions, saying }} t={wordsFor(request, { vi, en })} />)
  })
  app.get('/open-data/catalog.jsonld', PUBLIC, async (request, reply) => {
    const { agency, origin } = request
    const editions = await read(agency.id, (tx) => listEditions(tx, agency.id))
    const words = { catalogue: CATALOGUE_TITLE, datasets: DATASETS }
    const facts = { origin, agency: { name: agency.fullName, email: agency.contact.email }, editions, words }
    return reply
      .type('application/ld+json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .send(JSON.stringify(dcatOf(facts), undefined, 1))
  })
  for (const name of ['catalogue', 'equal-treatment'] as const) {
    app.get(`/open-data/${name}.json`, PUBLIC, async (request, reply) =>
      open(reply, 'json').send(JSON.stringify(await liveRows(request, name))),
    )
    app.get(`/open-data/${name}.csv`, PUBLIC, async (request, reply) =>
      open(reply, 'csv').send(plainCsv(await liveRows(request, name))),
    )
  }
  app.get<{ Params: { dataset: string; file: string } }>(
    '/open-data/:dataset/:file',
    PUBLIC,
    async (request, reply) => {
      const { name, format } = fileNamed(request.params.file)
      const [dataset, month] = [datasetNamed(request.params.dataset), monthNamed(name)]
      const found = await read(request.agency.id, (tx) => findEdition(tx, request.agency.id, { dataset, month }))
      if (!found) throw new NotFound('reporting.no-such-data')
      return reply.redirect(`/open-data/${dataset}/${name}/${found.edition}.${format}`, 302)
    },
  )
  app.get<{ Params: { dataset: string; month: string; file: string } }>(
    '/open-data/:dataset/:month/:file',
    PUBLIC,
    sendEdition,
  )
}
