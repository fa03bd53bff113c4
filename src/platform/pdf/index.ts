export { type QrImage, qrImage } from './qr.ts'
export {
  closePdf,
  PdfProblem,
  type Place,
  type Printed,
  type RenderOptions,
  renderPdf,
  renderWithPlaces,
} from './render.ts'
export { type ResultDocument, type ResultTable, renderResult, signaturePlace } from './result-document.ts'
export {
  type ReceiptData,
  type RefusalData,
  renderSlip,
  type SlipData,
  type SlipHead,
  type SlipPaper,
  type SlipPerson,
  type SupplementRequestData,
} from './slip.ts'
export { renderStamp, type StampWords } from './stamp.ts'
