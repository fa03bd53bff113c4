export {
  type Certificate,
  type DistinguishedName,
  nameOf,
  readCertificate,
  readPem,
  revocationSources,
} from './certificate.ts'
export { findChain, isValidAt, maySignDocuments } from './chain.ts'
export { signedData } from './cms.ts'
export { addValidationData } from './long-term.ts'
export { fillSignature, type Preparation, type Prepared, prepareSignature, type StampPlace } from './prepare.ts'
export type { Notice, Party, Problem, SignatureReport, Verdict, VerificationReport } from './report.ts'
export { checkRevocation, type Evidence, type Fetch } from './revocation.ts'
export { holds } from './signed.ts'
export { readTimestampAnswer, timestampQuestion } from './timestamp.ts'
export { LARGEST_PDF, type VerifyOptions, verifyPdf } from './verify.ts'
