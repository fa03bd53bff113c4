import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import { envelope, inside, readEnvelope, textIn } from '#platform/soap/index.ts'
import type { Connection } from '../../connection.ts'
import type { Evidence, Finding, Registry, Subject } from '../lookup.ts'

const NAMESPACE = 'http://dancuquocgia.bca'
const OPERATION = 'TraCuuThongTinCongDan'

/** The national population database, through the agency's security server. @see contract §3.2 */
export function populationRegistry({ settings }: Pick<Connection, 'settings'>): Registry {
  return {
    name: 'population',
    operation: OPERATION,
    async ask({ requestId, officerCode, purpose, subject }) {
      const question = envelope(NAMESPACE, OPERATION, {
        MaYeuCau: requestId,
        MaDVC: purpose.procedureCode,
        MaTichHop: settings.integrationCode ?? '',
        MaCanBo: officerCode,
        SoDinhDanh: subject.idNumber,
        HoVaTen: subject.name,
        NgayThangNamSinh:
          'on' in subject.born
            ? { NgayThangNam: subject.born.on.replaceAll('-', '') }
            : { Nam: String(subject.born.year) },
      })
      try {
        const answer = await callOutside(
          { name: 'population', timeout: 15_000, attempts: 2 },
          {
            url: settings.url ?? '',
            method: 'POST',
            headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/${OPERATION}"` },
            body: question,
            // A read under our own number: asked twice, it is one question.
            repeatable: true,
            faultIsAnswer: true,
          },
        )
        return findingIn(answer.body.toString(), subject)
      } catch (error) {
        if (error instanceof Unreachable) return { outcome: 'unreachable', problem: error.message }
        return { outcome: 'refused', problem: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

function findingIn(xml: string, subject: Subject): Finding {
  const answer = readEnvelope(xml)
  if ('fault' in answer) return { outcome: 'refused', problem: answer.fault }
  const response = Object.values(answer.body).find((value) => typeof value === 'object' && value !== null)
  const citizen = inside(inside(response, 'CongdanCollection'), 'CongDan')
  if (!citizen) return { outcome: 'not-found' }
  const evidence = evidenceOf(citizen)
  if (evidence.idNumber !== subject.idNumber) return { outcome: 'differs', evidence, problem: 'SoDinhDanh' }
  return sameName(evidence.name, subject.name)
    ? { outcome: 'found', evidence }
    : { outcome: 'differs', evidence, problem: 'HoVaTen' }
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
  return plain(one) === plain(other)
}

function evidenceOf(citizen: Record<string, unknown>): Evidence {
  const name = inside(citizen, 'HoVaTen')
  const parts = [textIn(name, 'Ho'), textIn(name, 'ChuDem'), textIn(name, 'Ten')].filter((part) => part !== undefined)
  return {
    name: parts.length > 0 ? parts.join(' ') : (textIn(citizen, 'HoVaTen') ?? ''),
    idNumber: textIn(citizen, 'SoDinhDanh') ?? '',
    residence: addressIn(citizen, 'ThuongTru'),
    currentResidence: addressIn(citizen, 'NoiOHienTai') ?? addressIn(citizen, 'NoiOHienNay'),
    maritalStatus: textIn(citizen, 'TinhTrangHonNhan'),
    gender: textIn(citizen, 'GioiTinh'),
  }
}

function addressIn(citizen: Record<string, unknown>, name: string): string | undefined {
  return textIn(inside(citizen, name), 'ChiTiet') ?? textIn(citizen, name)
}
