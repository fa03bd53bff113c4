export { PdfFile } from './file.ts'
export { Revision } from './revision.ts'
export * from './values.ts'
