import { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { readCase, stateOf } from '../case-answer.ts'
import { inquire } from '../client.ts'
import { evidenceOf, FOR_A_JOB, type Registry } from '../lookup.ts'

const RESULT = z.object({ id: z.string(), status: z.string() })

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** The papers as the flat record carries them: XML in `ExtentData`. */
function extentData(papers: string): string {
  const attachments = papers.split('\n').map((name) => `<Attachment><Name>${escaped(name)}</Name></Attachment>`)
  return `<Attachments>${attachments.join('')}</Attachments>`
}

/**
 * The social assistance database. It is asked by being told: the same record again is the same case, and the answer
 * says where it stands. @see contract §3.4
 */
export function socialAssistanceRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'social-assistance',
    operation: 'hoSo',
    needs: ['code', 'owner', 'receivedAt', 'papers'],
    lookUp({ requestId, procedureCode }, officer, { code = '', owner = '', receivedAt = '', papers = '' }) {
      const record = {
        ...{ MaHoSo: code, MaTTHC: procedureCode, ChuHoSo: owner, NgayTiepNhan: receivedAt },
        ...{ TrangThaiHoSo: '2', ExtentData: extentData(papers) },
      }
      return inquire(
        { name: 'social-assistance', patience },
        {
          url: `${settings.url ?? ''}/hoSo`,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-request-id': requestId, 'x-officer': officer },
          body: JSON.stringify(record),
        },
        ({ text }) =>
          readCase(text, RESULT, ({ id, status }) => ({
            outcome: 'found',
            evidence: evidenceOf({ caseCode: id, caseState: stateOf(status) }),
          })),
      )
    },
  }
}
