import { decode } from '../file/filters.ts'
import { type PdfDict, PdfFile, PdfName, PdfRef, PdfStream, type PdfValue, Revision } from '../file/index.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { Evidence } from './revocation.ts'

const MOST = 64

/**
 * Adds what a verifier will need when the authorities are gone: certificates, revocation lists, OCSP answers. The
 * signed bytes stay as they are. This makes B-LT of B-T. @see ETSI EN 319 142-1, 5.4.2
 */
export function addValidationData(pdf: Buffer, certificates: Certificate[], evidence: Evidence): Buffer {
  const file = new PdfFile(pdf)
  const root = file.trailer.get('Root')
  if (!(root instanceof PdfRef)) throw new RangeError('the document has no catalog')
  const revision = new Revision(file)
  const streams = (items: Buffer[]) =>
    items.map((raw) => revision.add(new PdfStream(new Map([['Length', raw.length]]), raw)))
  const old = file.dictAt(file.catalog.get('DSS')) ?? new Map<string, PdfValue>()
  const store: PdfDict = new Map([...old, ['Type', new PdfName('DSS')]])
  const put = (key: string, items: Buffer[]) => store.set(key, [...file.listAt(old.get(key)), ...streams(items)])
  put(
    'Certs',
    certificates.map((one) => one.der),
  )
  put('OCSPs', evidence.ocsps)
  put('CRLs', evidence.crls)
  revision.set(root, new Map([...file.catalog, ['DSS', revision.add(store)]]))
  return revision.build().bytes
}

/** The validation data that a document carries. Unreadable entries are left out. */
export function readValidationData(file: PdfFile): { certificates: Certificate[] } & Evidence {
  const store = file.dictAt(file.catalog.get('DSS'))
  const bytes = (key: string) =>
    file
      .listAt(store?.get(key))
      .slice(0, MOST)
      .flatMap((item) => {
        const stream = file.resolve(item)
        return stream instanceof PdfStream ? [decode(stream)] : []
      })
  return { certificates: bytes('Certs').flatMap(readable), ocsps: bytes('OCSPs'), crls: bytes('CRLs') }
}

function readable(bytes: Buffer): Certificate[] {
  try {
    return [readCertificate(bytes)]
  } catch {
    return []
  }
}
