import { BadRequest } from '../web/router.ts'
import { child, type Element, parseXml, textAt, toXml } from '../web/xml.ts'

/** The contract says “edXML”; the element names are those of QCVN 102:2016 as far as they are public. @see contract 3.4 */
export const EDXML = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

export interface Draft {
  documentId: string
  from: string
  to: string[]
  subject: string
  typeName: string
  /** The agency’s own code for what the draft belongs to. */
  reference: string
  attachments: { name: string; contentType: string; content: string }[]
}

/** What is missing or wrong, in words. */
export class WrongDraft extends Error {
  readonly reasons: string[]

  constructor(reasons: string[]) {
    super(reasons.join('; '))
    this.reasons = reasons
  }
}

function attachmentsOf(document: Element): Draft['attachments'] {
  const encoded = child(document, 'AttachmentEncoded')?.children ?? []
  return encoded
    .filter(({ name }) => name === 'Attachment')
    .map((one) => ({
      name: textAt(one, 'AttachmentName') || textAt(one, 'Description'),
      contentType: textAt(one, 'ContentType'),
      content: (textAt(one, 'EncodedContent') || textAt(one, 'ContentTransferEncoded')).replace(/\s/g, ''),
    }))
}

/** Reads a draft. Throws `WrongDraft`. */
export function readDraft(text: string): Draft {
  let document: Element
  try {
    document = parseXml(text)
  } catch (error) {
    if (error instanceof BadRequest) throw new WrongDraft([error.message])
    throw error
  }
  const header = child(child(child(document, 'edXMLEnvelope'), 'edXMLHeader'), 'MessageHeader')
  const draft: Draft = {
    documentId: textAt(header, 'DocumentId'),
    from: textAt(header, 'From', 'OrganId'),
    to: (header?.children ?? []).filter(({ name }) => name === 'To').map((one) => textAt(one, 'OrganId')),
    subject: textAt(header, 'Subject'),
    typeName: textAt(header, 'DocumentType', 'TypeName'),
    reference: textAt(header, 'OtherInfo', 'Reference'),
    attachments: attachmentsOf(document),
  }
  const reasons = [
    ...(document.name === 'edXML' && document.namespace === EDXML ? [] : [`gốc phải là edXML trong ${EDXML}`]),
    ...(draft.documentId ? [] : ['thiếu DocumentId']),
    ...(draft.from ? [] : ['thiếu From/OrganId']),
    ...(draft.to.length > 0 ? [] : ['thiếu To/OrganId']),
    ...(draft.subject ? [] : ['thiếu Subject']),
    ...(draft.attachments.length > 0 ? [] : ['thiếu Attachment']),
    ...draft.attachments.flatMap(({ name, content }, index) => [
      ...(name ? [] : [`Attachment[${index}] thiếu AttachmentName`]),
      ...(/^[A-Za-z0-9+/]+={0,2}$/.test(content) ? [] : [`Attachment[${index}] không phải base64`]),
    ]),
  ]
  if (reasons.length > 0) throw new WrongDraft(reasons)
  return draft
}

export interface Issued {
  number: string
  notation: string
  /** dd/MM/yyyy */
  date: string
  signer: string
}

/** The issued document on its way back. */
export function writeIssued(draft: Draft, issued: Issued, file: Buffer): string {
  const [receiver] = draft.to
  const header = {
    MessageHeader: {
      DocumentId: draft.documentId,
      From: { OrganId: receiver ?? '' },
      To: { OrganId: draft.from },
      Code: { CodeNumber: issued.number, CodeNotation: issued.notation },
      PromulgationInfo: { Place: 'Tỉnh Mẫu', PromulgationDate: issued.date },
      DocumentType: { Type: '1', TypeName: draft.typeName },
      Subject: draft.subject,
      SignerInfo: { FullName: issued.signer },
      OtherInfo: { Reference: draft.reference },
    },
  }
  const attachment = {
    ...{
      AttachmentName: `${issued.number}-${issued.notation.replaceAll('/', '-')}.pdf`,
      ContentType: 'application/pdf',
    },
    EncodedContent: file.toString('base64'),
  }
  const content = toXml({ edXMLEnvelope: { edXMLHeader: header }, AttachmentEncoded: { Attachment: attachment } })
  return `<?xml version="1.0" encoding="UTF-8"?><edXML xmlns="${EDXML}">${content}</edXML>`
}
