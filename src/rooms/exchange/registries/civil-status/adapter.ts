import { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { type CaseState, stateOf } from '../case-answer.ts'
import { inquire, parsed } from '../client.ts'
import { evidenceOf, type Finding, FOR_A_JOB, type Registry } from '../lookup.ts'

const STATES: Readonly<Record<string, CaseState>> = {
  1: 'waiting',
  2: 'supplement',
  3: 'processing',
  4: 'finished',
  6: 'refused',
}

const ANSWER = z.object({
  statusCode: z.number(),
  message: z.string(),
  value: z
    .array(
      z.object({
        maHoSoMCDT: z.string(),
        trangThai: z.union([z.number(), z.string()]),
        ketQuaXuLy: z.string().optional(),
        noiDungXuLy: z.string().optional(),
      }),
    )
    .nullable(),
})

/** The electronic civil status register: how a registration stands that was sent there. @see contract §3.4 */
export function civilStatusRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'civil-status',
    operation: 'ketQua',
    // `module`: KS birth, KT death, KH marriage, XN marital status, BS copy of an extract.
    needs: ['code', 'module'],
    lookUp({ requestId }, officer, { code = '', module = '' }) {
      const asked = { maTinh: settings.province ?? '', maDinhDanhHoSo: [code], module }
      return inquire(
        { name: 'civil-status', patience },
        {
          url: `${settings.url ?? ''}/ketQua`,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-request-id': requestId, 'x-officer': officer },
          body: JSON.stringify(asked),
        },
        ({ text }) => findingIn(text, code),
      )
    },
  }
}

function findingIn(text: string, code: string): Finding {
  const { statusCode, message, value } = parsed(ANSWER, text)
  if (statusCode !== 1) return { outcome: 'refused', problem: message }
  const one = value?.find(({ maHoSoMCDT }) => maHoSoMCDT === code)
  if (!one) return { outcome: 'not-found' }
  return {
    outcome: 'found',
    evidence: evidenceOf({
      caseCode: one.maHoSoMCDT,
      caseState: stateOf(one.trangThai, STATES),
      caseResult: one.ketQuaXuLy,
    }),
  }
}
