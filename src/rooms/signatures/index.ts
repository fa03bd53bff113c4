export type { SignatureReport } from '#platform/pdf/pades/index.ts'
export { type Answering, lookAtSigning, type SigningLook } from './commands/look.ts'
export { requestSignature } from './commands/request.ts'
export { type Verification, verifySignedPdf } from './commands/verify.ts'
export { signatureJobs } from './jobs.ts'
export type {
  NewSigningRequest,
  SignatureCompleted,
  SignatureFailed,
  SignatureRefused,
  SigningState,
} from './signing-request.ts'
