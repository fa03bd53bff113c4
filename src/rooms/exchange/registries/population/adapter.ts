import { envelope, inside, readEnvelope, textIn } from '#platform/soap/index.ts'
import type { Connection } from '../../connection.ts'
import { inquire } from '../client.ts'
import { type Evidence, evidenceOf, type Finding, FOR_A_JOB, isSameName, type Keys, type Registry } from '../lookup.ts'

const NAMESPACE = 'http://dancuquocgia.bca'
const OPERATION = 'TraCuuThongTinCongDan'

/** The national population database, through the agency's security server. @see contract §3.2 */
export function populationRegistry({ settings }: Pick<Connection, 'settings'>, patience = FOR_A_JOB): Registry {
  return {
    name: 'population',
    operation: OPERATION,
    // Name, number and birth together: it answers nobody who knows less.
    needs: ['idNumber', 'name', 'born'],
    lookUp({ requestId, procedureCode }, officer, keys) {
      const { idNumber = '', name = '', born = '' } = keys
      const body = envelope(NAMESPACE, OPERATION, {
        MaYeuCau: requestId,
        MaDVC: procedureCode,
        MaTichHop: settings.integrationCode ?? '',
        MaCanBo: officer,
        SoDinhDanh: idNumber,
        HoVaTen: name,
        NgayThangNamSinh: born.length === 4 ? { Nam: born } : { NgayThangNam: born.replaceAll('-', '') },
      })
      const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/${OPERATION}"` }
      return inquire(
        { name: 'population', patience },
        { url: settings.url ?? '', method: 'POST', headers, body, faultIsAnswer: true },
        ({ text }) => findingIn(text, keys),
      )
    },
  }
}

function findingIn(xml: string, keys: Keys): Finding {
  const answer = readEnvelope(xml)
  if ('fault' in answer) return { outcome: 'refused', problem: answer.fault }
  const response = Object.values(answer.body).find((value) => typeof value === 'object' && value !== null)
  if (!response || !('CongdanCollection' in response)) throw new Error('the answer says nothing of a collection')
  const citizen = inside(inside(response, 'CongdanCollection'), 'CongDan')
  if (!citizen) return { outcome: 'not-found' }
  const evidence = citizenIn(citizen)
  if (evidence.idNumber !== keys.idNumber) return { outcome: 'differs', evidence, problem: 'idNumber' }
  return isSameName(evidence.name ?? '', keys.name ?? '')
    ? { outcome: 'found', evidence }
    : { outcome: 'differs', evidence, problem: 'name' }
}

function citizenIn(citizen: Record<string, unknown>): Evidence {
  const name = inside(citizen, 'HoVaTen')
  const parts = [textIn(name, 'Ho'), textIn(name, 'ChuDem'), textIn(name, 'Ten')].filter((part) => part !== undefined)
  const born = inside(citizen, 'NgayThangNamSinh')
  const day = textIn(born, 'NgayThangNam')?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return evidenceOf({
    name: parts.length > 0 ? parts.join(' ') : textIn(citizen, 'HoVaTen'),
    idNumber: textIn(citizen, 'SoDinhDanh'),
    born: day ?? textIn(born, 'Nam'),
    residence: addressIn(citizen, 'ThuongTru'),
    residenceCode: textIn(inside(citizen, 'ThuongTru'), 'MaPhuongXa'),
    currentResidence: addressIn(citizen, 'NoiOHienTai') ?? addressIn(citizen, 'NoiOHienNay'),
    maritalStatus: textIn(citizen, 'TinhTrangHonNhan'),
    gender: textIn(citizen, 'GioiTinh'),
  })
}

function addressIn(citizen: Record<string, unknown>, name: string): string | undefined {
  return textIn(inside(citizen, name), 'ChiTiet') ?? textIn(citizen, name)
}
