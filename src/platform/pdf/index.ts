export { type QrImage, qrImage } from './qr.ts'
export { closePdf, PdfProblem, renderPdf } from './render.ts'
export { type PrintedTable, type ReportDocument, renderReport, reportSignaturePlace } from './report-document.ts'
export { type ResultTable, renderResult, signaturePlace } from './result-document.ts'
export {
  type ControlSlipData,
  type HandoverRow,
  type ReceiptData,
  type RefusalData,
  renderSlip,
  type SlipData,
  type SlipHead,
  type SlipPaper,
  type SlipPerson,
  type SupplementRequestData,
} from './slip.ts'
export { renderStamp } from './stamp.ts'
