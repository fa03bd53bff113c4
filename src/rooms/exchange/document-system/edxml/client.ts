import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { localDate } from '#kernel/local-date.ts'
import { inside, textIn } from '#platform/soap/index.ts'
import type { Draft, Returned } from '../draft.ts'

const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'
const builder = new XMLBuilder({ ignoreAttributes: false })
const parser = new XMLParser({ ignoreAttributes: true, removeNSPrefix: true, parseTagValue: false })

/** The draft as edXML: the same bytes each time, so that sent twice it is one document. @see QCVN 102:2016 */
export function writeDraft(draft: Omit<Draft, 'state' | 'issued' | 'reason' | 'problem'>, file: Buffer): string {
  const header = {
    DocumentId: draft.id,
    From: { OrganId: draft.fromCode },
    To: { OrganId: draft.toCode },
    Subject: draft.subject,
    DocumentType: { TypeName: draft.typeName },
    OtherInfo: { Reference: draft.dossierCode },
  }
  const attachment = {
    AttachmentName: draft.fileName,
    ContentType: 'application/pdf',
    EncodedContent: file.toString('base64'),
  }
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({
    edXML: {
      '@_xmlns': NAMESPACE,
      edXMLEnvelope: { edXMLHeader: { MessageHeader: header } },
      AttachmentEncoded: { Attachment: attachment },
    },
  })}`
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

const ISSUED = z.object({
  documentId: z.string(),
  number: z.string().min(1),
  day: z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/),
  content: z.string().regex(BASE64),
})

/** A document that came back. Throws for anything that is not one. */
export function readDocument(text: string): Returned {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Error('a document with a document type is not read')
  const root = inside(parser.parse(text), 'edXML')
  const header = inside(inside(inside(root, 'edXMLEnvelope'), 'edXMLHeader'), 'MessageHeader')
  const attachment = inside(inside(root, 'AttachmentEncoded'), 'Attachment')
  const { documentId, number, day, content } = ISSUED.parse({
    documentId: textIn(header, 'DocumentId'),
    number: textIn(inside(header, 'Code'), 'CodeNumber'),
    day: textIn(inside(header, 'PromulgationInfo'), 'PromulgationDate'),
    content: textIn(attachment, 'EncodedContent')?.replace(/\s/g, ''),
  })
  return {
    ...{ documentId, number, file: Buffer.from(content, 'base64') },
    notation: textIn(inside(header, 'Code'), 'CodeNotation'),
    issuedOn: localDate(day.split('/').reverse().join('-')),
    signer: textIn(inside(header, 'SignerInfo'), 'FullName'),
    reference: textIn(inside(header, 'OtherInfo'), 'Reference') ?? '',
  }
}
