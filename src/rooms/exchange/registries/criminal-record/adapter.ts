import { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { readCase, stateOf } from '../case-answer.ts'
import { inquire } from '../client.ts'
import { evidenceOf, FOR_A_JOB, type Registry } from '../lookup.ts'

const RESULT = z.object({ id: z.string(), status: z.string() })

/** The criminal record database: how a declaration stands that was sent there. @see contract §3.4 */
export function criminalRecordRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'criminal-record',
    operation: 'declarations',
    needs: ['code'],
    lookUp({ requestId }, officer, { code = '' }) {
      return inquire(
        { name: 'criminal-record', patience },
        {
          url: `${settings.url ?? ''}/declarations/${encodeURIComponent(code)}`,
          headers: { accept: 'application/json', 'x-request-id': requestId, 'x-officer': officer },
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
