import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { now, today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { BackLink, Page } from '#platform/html/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { type Agency, getUnit } from '#rooms/agencies/index.ts'
import { asDocx } from '../../commands/as-docx.ts'
import { asPdf } from '../../commands/as-pdf.ts'
import { asXlsx } from '../../commands/as-xlsx.ts'
import { lookAtPlan, lookAtYear, type ShownPlan } from '../../commands/look.ts'
import { headOf } from '../../commands/sign.ts'
import { buildReport } from '../../reports/build.ts'
import { REPORTS, type Report, type ReportCode } from '../../reports/report.ts'
import { ReportTableView } from '../shared/report-table.view.tsx'
import { type RoomWords, roomWords } from '../shared/words.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

type Format = keyof typeof TYPES
type Asked = FastifyRequest<{ Params: { id: string; file: string } }>

/** The version in force, or the last one while nothing has been given; in the words of the page. */
function reportOf(
  code: ReportCode,
  shown: ShownPlan,
  { language, t }: { language: 'vi' | 'en'; t: RoomWords },
): Report {
  const { plan, body, slips } = shown
  const { number: version, lines } = shown.force ?? shown.last
  const facts = { body: body.name[language], year: plan.year, level: plan.level, version, lines, slips }
  return buildReport(code, facts, t)
}

interface Whose {
  unitId: string
  code: string
  year: number
}

async function print(report: Report, format: Format, { agency, whose }: { agency: Agency; whose: Whose }) {
  if (format === 'xlsx') return asXlsx(report)
  if (format === 'docx') return asDocx(report)
  const unit = await read(agency.id, (tx) => getUnit(tx, whose.unitId))
  const reference = `${report.code}-${whose.code}-${whose.year}`
  const { pdf } = await asPdf([report], { head: headOf({ unit, agency, reference }), reference }, now())
  return pdf
}

function codeAndFormat(file: string): { code: ReportCode; format: Format | undefined } {
  const [name, ending] = file.split('.')
  const code = REPORTS.find((one) => one === name)
  if (!code || (ending !== undefined && !Object.hasOwn(TYPES, ending))) throw new NotFound()
  return { code, format: ending as Format | undefined }
}

async function sendAs(report: Report, format: Format, { reply, agency, whose }: SendingTo) {
  const file = `${report.code}-${whose.code}-${whose.year}-${today()}.${format}`
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${file}"`)
    .header('cache-control', 'private, no-store')
    .send(await print(report, format, { agency, whose }))
}

interface SendingTo {
  reply: FastifyReply
  agency: Agency
  whose: Whose
}

async function send(request: Asked, reply: FastifyReply) {
  const { code, format } = codeAndFormat(request.params.file)
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  const t = roomWords(request)
  const report = reportOf(code, shown, { language: request.language, t })
  if (!format) return showReport(report, shown, { request, reply })
  const { unitId, year } = shown.plan
  return sendAs(report, format, { reply, agency: request.agency, whose: { unitId, code: shown.body.code, year } })
}

/** All plans of a year that were sent, as one: what they ask for, not what became of each. R-211 */
async function sendTogether(request: FastifyRequest<Together>, reply: FastifyReply) {
  const { code, format } = codeAndFormat(request.params.file)
  const year = Number(request.params.year)
  const { rows, sentLines } = await lookAtYear(requireOfficer(request), year)
  const [top] = rows
  if (!top || !format || !['B1', 'B2', 'B3'].includes(code)) throw new NotFound()
  const { unitId, code: unitCode, level, name } = top.body
  const facts = { body: name[request.language], year, level, version: 1, lines: sentLines, slips: [] }
  const report = buildReport(code, facts, roomWords(request))
  return sendAs(report, format, { reply, agency: request.agency, whose: { unitId, code: unitCode, year } })
}

interface Together {
  Params: { year: string; file: string }
}

function showReport(
  report: Report,
  { plan, body }: ShownPlan,
  { request, reply }: { request: Asked; reply: FastifyReply },
) {
  const back = `${body.name[request.language]}, ${plan.year}`
  return reply.page(
    <Page title={report.title} before={<BackLink href={`/manage/funding-plans/${plan.id}`}>{back}</BackLink>}>
      <h1>{report.title}</h1>
      <p class="quiet">
        {report.subject}. {report.unitNote}.
      </p>
      {report.tables.map((table) => (
        <ReportTableView key={table.caption} table={table} />
      ))}
    </Page>,
    { area: 'manage' },
  )
}

/** B1 to B5 as a page, a workbook, a text document, a PDF: the same cells in all four. R-207 */
export const reportRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string; file: string } }>(
    '/manage/funding-plans/:id/reports/:file',
    { config: { may: 'officer', audit: 'funding-report.opened' } },
    send,
  )
  app.get<Together>(
    '/manage/funding-plans/years/:year/:file',
    { config: { may: 'officer', audit: 'funding-report.opened' } },
    sendTogether,
  )
}
