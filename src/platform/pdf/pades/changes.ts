import { isName, type PdfDict, PdfFile, PdfRef, PdfStream, PdfUnreadable, type PdfValue, same } from '../file/index.ts'
import { listSignatures } from './fields.ts'
import { listPages } from './prepare.ts'

/**
 * Whether everything that was added after a signature is a further signature or validation data. What a reader sees of
 * the signed revision must be what was signed: a page, a font or a picture that is replaced later breaks it, although
 * the signed bytes are whole ("shadow attacks").
 */
export function onlyAddsSignatures(bytes: Buffer, covers: number): boolean {
  if (covers === bytes.length) return true
  try {
    return new Comparison(new PdfFile(bytes.subarray(0, covers)), new PdfFile(bytes)).holds()
  } catch (error) {
    if (error instanceof PdfUnreadable) return false
    throw error
  }
}

class Comparison {
  private readonly old: PdfFile
  private readonly now: PdfFile

  /** Those of the form, each of which is verified: an annotation that only looks like a signature is not among them. */
  private readonly signatures: Set<PdfDict>

  constructor(old: PdfFile, now: PdfFile) {
    this.old = old
    this.now = now
    this.signatures = new Set(listSignatures(now).map((one) => one.dict))
  }

  holds(): boolean {
    if (!same(this.old.trailer.get('Root'), this.now.trailer.get('Root'))) return false
    const changed = [...this.old.places.keys()].filter((number) => this.isChanged(number))
    return changed.every((number) => this.mayChange(number))
  }

  private isChanged(number: number): boolean {
    const [before, after] = [this.old.places.get(number), this.now.places.get(number)]
    if (before === undefined) return false // it was free: using its number changes nothing that was there
    if (JSON.stringify(before) === JSON.stringify(after)) return false
    if (after === undefined) return true
    return !same(this.old.object(number), this.now.object(number))
  }

  private mayChange(number: number): boolean {
    const [before, after] = [this.old.object(number), this.now.object(number)]
    if (before instanceof PdfStream && isName(before.dict.get('Type'), 'XRef')) return true
    if (before instanceof PdfStream || after instanceof PdfStream) return false
    if (refersTo(this.old.trailer.get('Root'), number)) return this.catalogMay(before, after)
    if (refersTo(this.old.catalog.get('AcroForm'), number)) return this.formMay(before, after)
    if (this.isFieldList(number)) return this.listMay(before, after)
    if (this.isPage(number)) return this.pageMay(before, after)
    if (this.isValidationData(number)) return true
    return this.fieldMay(before, after)
  }

  private catalogMay(before: PdfValue, after: PdfValue): boolean {
    if (!(before instanceof Map) || !(after instanceof Map)) return false
    const forms = [before.get('AcroForm'), after.get('AcroForm')] as const
    return (
      sameBut(before, after, ['AcroForm', 'DSS', 'Extensions']) &&
      (same(...forms) || this.formMay(this.old.resolve(forms[0]), this.now.resolve(forms[1])))
    )
  }

  private formMay(before: PdfValue, after: PdfValue): boolean {
    const [was, is] = [before ?? new Map(), after]
    if (!(was instanceof Map) || !(is instanceof Map)) return false
    const fields = [this.old.resolve(was.get('Fields') ?? []), this.now.resolve(is.get('Fields') ?? [])] as const
    return sameBut(was, is, ['Fields', 'SigFlags']) && this.listMay(...fields)
  }

  /** Fields, or a page's annotations: what was there stays, and only signature fields come. */
  private listMay(before: PdfValue, after: PdfValue): boolean {
    if (!Array.isArray(before) || !Array.isArray(after)) return false
    return (
      before.every((item, i) => same(item, after[i])) && after.slice(before.length).every((item) => this.isSigned(item))
    )
  }

  private isSigned(value: PdfValue): boolean {
    const signature = this.now.dictAt(this.now.dictAt(value)?.get('V'))
    return signature !== undefined && this.signatures.has(signature)
  }

  private pageMay(before: PdfValue, after: PdfValue): boolean {
    if (!(before instanceof Map) || !(after instanceof Map)) return false
    const lists = [this.old.resolve(before.get('Annots') ?? []), this.now.resolve(after.get('Annots') ?? [])] as const
    return sameBut(before, after, ['Annots']) && this.listMay(...lists)
  }

  /** An empty signature field that was waiting in the signed document may be signed. */
  private fieldMay(before: PdfValue, after: PdfValue): boolean {
    if (!(before instanceof Map) || !(after instanceof Map) || !isName(before.get('FT'), 'Sig') || before.has('V')) {
      return false
    }
    return sameBut(before, after, ['V', 'AP', 'F', 'M']) && this.isSigned(after)
  }

  private isPage(number: number): boolean {
    return listPages(this.old).some((page) => page.number === number)
  }

  private isFieldList(number: number): boolean {
    const form = this.old.dictAt(this.old.catalog.get('AcroForm'))
    const lists = listPages(this.old).map((page) => this.old.dictAt(page)?.get('Annots'))
    return [form?.get('Fields'), ...lists].some((value) => refersTo(value, number))
  }

  private isValidationData(number: number): boolean {
    const store = this.old.dictAt(this.old.catalog.get('DSS'))
    const holders = [this.old.catalog.get('DSS'), ...['VRI', 'Certs', 'CRLs', 'OCSPs'].map((key) => store?.get(key))]
    return holders.some((value) => refersTo(value, number))
  }
}

function refersTo(value: PdfValue | undefined, number: number): boolean {
  return value instanceof PdfRef && value.number === number
}

function sameBut(before: PdfDict, after: PdfDict, keys: string[]): boolean {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].every((key) => keys.includes(key) || same(before.get(key), after.get(key)))
}
