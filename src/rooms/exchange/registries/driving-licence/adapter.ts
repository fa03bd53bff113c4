import { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { readCase, stateOf } from '../case-answer.ts'
import { inquire } from '../client.ts'
import { evidenceOf, type Finding, FOR_A_JOB, isSameName, type Keys, type Registry } from '../lookup.ts'

const RESULT = z.object({
  MaHoSo: z.string(),
  TrangThai: z.string(),
  ChuHoSo: z.string().optional(),
  SoDinhDanh: z.string().optional(),
  HangGPLX: z.string().optional(),
})

/** The driving licence system: a dossier there, by its own code. @see contract §3.4 */
export function drivingLicenceRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'driving-licence',
    operation: 'TraCuuHoSo',
    needs: ['code'],
    lookUp({ requestId }, officer, keys) {
      return inquire(
        { name: 'driving-licence', patience },
        {
          url: `${settings.url ?? ''}/TraCuuHoSo`,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-request-id': requestId, 'x-officer': officer },
          body: JSON.stringify({ mahoso: keys.code }),
        },
        ({ text }) => readCase(text, RESULT, (result) => findingOf(result, keys)),
      )
    },
  }
}

function findingOf(result: z.infer<typeof RESULT>, keys: Keys): Finding {
  const evidence = evidenceOf({
    caseCode: result.MaHoSo,
    caseState: stateOf(result.TrangThai),
    name: result.ChuHoSo,
    idNumber: result.SoDinhDanh,
    licenceClass: result.HangGPLX,
  })
  if (keys.idNumber !== undefined && evidence.idNumber !== keys.idNumber) {
    return { outcome: 'differs', evidence, problem: 'idNumber' }
  }
  return keys.name === undefined || evidence.name === undefined || isSameName(evidence.name, keys.name)
    ? { outcome: 'found', evidence }
    : { outcome: 'differs', evidence, problem: 'name' }
}
