import { z } from 'zod'
import { now } from '#platform/clock/index.ts'
import { callOutside } from '#platform/gateway/index.ts'
import type { Connection } from '../../connection.ts'
import type { MakeRegistry } from '../adapter.ts'
import { readCase, stateOf } from '../case-answer.ts'
import { inquire, isForbidden, parsed, silenceOf } from '../client.ts'
import { evidenceOf, type Finding, FOR_A_JOB, type Patience, type Registry } from '../lookup.ts'

export interface LandAccount {
  username: string
  password: string
}

const TOKEN = z.object({ access_token: z.string().min(1), expires_in: z.number() })
const RESULT = z.object({
  SoBienNhan: z.string(),
  TrangThai: z.string(),
  DanhSachThongBaoThue: z.array(z.object({ SoTien: z.number() })).optional(),
})
const EARLY = 60_000

/** The land information system (VBDLIS, ILIS): how a dossier stands there, and what tax notices it brought. @see contract §3.4 */
export function landRegistry(account: LandAccount): MakeRegistry {
  const tokens = new Map<string, { token: string; until: number }>()

  async function tokenFor(url: string, patience: Patience): Promise<string> {
    const known = tokens.get(url)
    if (known && known.until > now().getTime()) return known.token
    const body = new URLSearchParams({ grant_type: 'password', ...account }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const call = { url: `${url}/token`, method: 'POST', headers, body, repeatable: true } as const
    const answer = await callOutside({ name: 'land', ...patience }, call)
    const { access_token: token, expires_in: seconds } = parsed(TOKEN, answer.body.toString())
    tokens.set(url, { token, until: now().getTime() + Math.max(0, seconds * 1000 - EARLY) })
    return token
  }

  return ({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry => {
    const { url = '' } = settings
    const look = (token: string, asked: { requestId: string; officer: string; code: string }) =>
      inquire(
        { name: 'land', patience },
        {
          url: `${url}/hoSo/${encodeURIComponent(asked.code)}`,
          headers: { authorization: `Bearer ${token}`, 'x-request-id': asked.requestId, 'x-officer': asked.officer },
        },
        (answer) => (isForbidden(answer) ? NO_RIGHT : findingIn(answer.text)),
      )
    return {
      name: 'land',
      operation: 'hoSo',
      needs: ['code'],
      async lookUp({ requestId }, officer, { code = '' }) {
        for (let attempt = 0; ; attempt += 1) {
          const token = await tokenFor(url, patience).catch(silenceOf)
          if (typeof token !== 'string') return token
          const finding = await look(token, { requestId, officer, code })
          // A token may end before its time; a second refusal is one.
          if (finding !== NO_RIGHT || attempt > 0) return finding
          tokens.delete(url)
        }
      },
    }
  }
}

const NO_RIGHT: Finding = { outcome: 'refused', problem: 'HTTP 401' }

function findingIn(text: string): Finding {
  return readCase(text, RESULT, ({ SoBienNhan, TrangThai, DanhSachThongBaoThue: notices = [] }) => ({
    outcome: 'found',
    evidence: evidenceOf({
      caseCode: SoBienNhan,
      caseState: stateOf(TrangThai),
      payable: notices.length > 0 ? String(notices.reduce((sum, { SoTien }) => sum + SoTien, 0)) : undefined,
    }),
  }))
}
