import { Readable } from 'node:stream'
import type { Citizen } from '#kernel/viewer.ts'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import { intakeFile, sayIntakeProblem } from '#rooms/documents/index.ts'
import type { FieldReason } from '../../message.ts'
import type { BroughtFile } from '../dossier-brought.ts'
import { Refused } from '../envelope.ts'

export interface Files {
  citizen: Citizen
  files: readonly BroughtFile[]
  /** Those that are here already, in the order of the files. */
  here: readonly (string | undefined)[]
  /** The only place files are fetched from. Undefined when the agency is not connected. */
  origin: string | undefined
}

/** Fetching must lead to the portal and nowhere else: an address in a message is not ours to follow blindly. */
function isTheirs(address: string, origin: string | undefined): boolean {
  const url = URL.parse(address)
  return url !== null && url.username === '' && origin !== undefined && url.origin === origin
}

/** Every address is looked at before the first file is taken in. */
export function foreignAddresses(files: readonly BroughtFile[], origin: string | undefined): FieldReason[] {
  return files.flatMap(({ address, base64 }, index) => {
    if (base64 !== undefined || address === undefined || isTheirs(address, origin)) return []
    return [{ field: `TaiLieuNop.${index}.DuongDanTaiTepTin`, reason: 'không thuộc Cổng Dịch vụ công quốc gia' }]
  })
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/

function bytesIn(base64: string, index: number): Buffer {
  if (BASE64.test(base64)) return Buffer.from(base64, 'base64')
  throw new Refused([{ field: `TaiLieuNop.${index}.NoiDungTep`, reason: 'không phải base64' }])
}

/** Undefined while the portal does not give it. */
async function fetched(address: string): Promise<Buffer | undefined> {
  try {
    const destination = { name: 'national-portal-files', timeout: 15_000, attempts: 2 }
    const answer = await callOutside(destination, { url: address, repeatable: true })
    return answer.status === 200 ? answer.body : undefined
  } catch (error) {
    if (error instanceof Unreachable) return undefined
    throw error
  }
}

/**
 * Takes in the files of a dossier like any upload: counted, type read from the bytes, scanned. Answers with their
 * documents, undefined for one that cannot be fetched yet. Throws Refused for one that would not be taken from anybody.
 */
export async function takeFiles({ citizen, files, here }: Files): Promise<(string | undefined)[]> {
  const taken: (string | undefined)[] = []
  for (const [index, { name, address, base64 }] of files.entries()) {
    const known = here[index]
    if (known !== undefined) {
      taken.push(known)
      continue
    }
    const bytes = base64 !== undefined ? bytesIn(base64, index) : await fetched(address ?? '')
    taken.push(bytes && (await takeOne(citizen, { name, bytes, index })))
  }
  return taken
}

async function takeOne(
  { agencyId, personId }: Citizen,
  { name, bytes, index }: { name: string; bytes: Buffer; index: number },
): Promise<string> {
  const intake = await intakeFile({ agencyId, personId, name, bytes: Readable.from([bytes]), purpose: 'dossier' })
  if ('document' in intake) return intake.document.id
  throw new Refused([{ field: `TaiLieuNop.${index}`, reason: sayIntakeProblem(intake.problem, 'vi') }])
}
