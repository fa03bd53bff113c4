import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { compareVietnamese } from '#kernel/vietnamese.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { countProcedures, listAddresses } from '../../store/procedures.ts'
import { getPublicVersion } from '../../store/public-version.ts'
import { searchProcedures } from '../../store/search.ts'
import { en } from './sitemap.en.ts'
import { vi } from './sitemap.vi.ts'
import { SitemapPage } from './sitemap.view.tsx'

/** The protocol allows 50,000 addresses a file; each of ours carries both languages. */
const PART = 10_000
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** R-010: crawlers find every procedure in both languages. @see Circular 32/2017/TT-BTTTT, Art. 11.2, Art. 16.4 */
export const sitemapRoutes: FastifyPluginAsync = async (app) => {
  app.get('/sitemap', { config: { may: 'public' } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    return reply.cachedPage(getPublicVersion, async () => {
      const { id } = request.agency
      const { facets } = await read(id, (tx) => searchProcedures(tx, id, { query: '', limit: 0 }))
      return <SitemapPage t={t} fields={facets.fields.sort(([one], [other]) => compareVietnamese(one, other))} />
    })
  })

  app.get('/robots.txt', { config: { may: 'public' } }, async (request, reply) => {
    const closed = ['/api/', '/desk', '/manage', '/my', '/sign-in', '/sign-out', '/track/']
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${request.origin}/sitemap.xml`,
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  })

  app.get('/sitemap.xml', { config: { may: 'public' } }, async (request, reply) => {
    const total = await read(request.agency.id, countProcedures)
    const parts = Math.max(1, Math.ceil(total / PART))
    const maps = Array.from(
      { length: parts },
      (_, at) => `<sitemap><loc>${request.origin}/sitemap-${at + 1}.xml</loc></sitemap>`,
    )
    const xml = `${HEAD}<sitemapindex ${NAMESPACE}>\n${maps.join('\n')}\n</sitemapindex>\n`
    return reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(xml)
  })

  app.get<{ Params: { part: string } }>(
    '/sitemap-:part(^\\d{1,4}).xml',
    { config: { may: 'public' } },
    async (request, reply) => {
      const part = Number(request.params.part)
      const rows = await read(request.agency.id, (tx) => listAddresses(tx, { offset: (part - 1) * PART, limit: PART }))
      if (part < 1 || (rows.length === 0 && part > 1)) throw new NotFound()
      const { origin, sisterOrigin, language } = request
      const sister = language === 'vi' ? 'en' : 'vi'
      const entry = (path: string, changedOn: string | undefined) =>
        `<url><loc>${origin}${path}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}` +
        `<xhtml:link rel="alternate" hreflang="${sister}" href="${sisterOrigin}${path}"/></url>`
      const first = part === 1 ? ['/', '/procedures', '/sitemap'].map((path) => entry(path, undefined)) : []
      const urls = rows.map(({ code, changedOn }) => entry(`/procedures/${encodeURIComponent(code)}`, changedOn))
      const space = `${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"`
      const xml = `${HEAD}<urlset ${space}>\n${[...first, ...urls].join('\n')}\n</urlset>\n`
      return reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(xml)
    },
  )
}
