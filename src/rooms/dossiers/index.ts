export { temporaryCode } from './codes.ts'
export { entryAfter } from './commands/advance.ts'
export { type Begun, type BroughtToCounter, beginAtCounter, takeInAtCounter } from './commands/counter.ts'
export {
  type DossierSlips,
  explainDue,
  getDossier,
  getDossierAsSystem,
  getSlips,
  listLog,
  lockDossier,
  lockDossierAsSystem,
} from './commands/find.ts'
export { followCalendar, type MovedDossier } from './commands/follow-calendar.ts'
export { findDossierAsSystem, listDossiersWith, recordNotice } from './commands/notice.ts'
export { closePause, openPause } from './commands/pause.ts'
export { markResultReady, recordStep, returnResult, type StepTaken, startProcessing } from './commands/process.ts'
export { receiveDossier } from './commands/receive.ts'
export { type RefusalGiven, refuseDossier } from './commands/refuse.ts'
export { routeFor } from './commands/route.ts'
export { listSaidLog, type SaidEntry } from './commands/say-log.ts'
export type { Submission } from './commands/submission.ts'
export { fileDossier, submitDossier } from './commands/submit.ts'
export { requestSupplement, type SupplementAsked, supplyDossier } from './commands/supplement.ts'
export { findDossierId, type Verified, verifyLog } from './commands/verify.ts'
export { withdrawDossier } from './commands/withdraw.ts'
export {
  type AfterSupplement,
  type Channel,
  type Dossier,
  type Party,
  type ResultChannel,
  refOf,
  type StepReport,
} from './dossier.ts'
export type { DossierEvent, DossierHappening } from './happenings.ts'
export { type Life, type LivedSupplement, lifeOf, type Proven } from './life.ts'
export {
  type BrokenEntry,
  canonicalJson,
  GENESIS,
  type LogActor,
  type LogEntry,
  type LogFacts,
  sha256,
} from './log-entry.ts'
export { type Applying, barFor, prepareApplying } from './pages/apply/applying.ts'
export { partyOf } from './pages/apply/profile.ts'
export { dossierRoutes } from './pages/index.route.tsx'
export { wholeCodes } from './pages/shared/whole-codes.view.tsx'
export { SlipFacts, SlipFrame } from './pages/slips/paper.view.tsx'
export { type SlipSource, slipBase } from './pages/slips/slip-data.ts'
export { slipSource } from './pages/slips/slips.route.tsx'
export { resultChannelIn } from './people.ts'
export type {
  ListedPaper,
  Receipt,
  RecordedPause,
  Refusal,
  Supplement,
  SupplementItem,
  SupplementRequest,
  SuppliedItem,
  Withdrawal,
} from './slips.ts'
export { type Act, isAnswered, isLegal, type Status, statusOf } from './status.ts'
export { countForDesk, type DeskList, type DossierSummary, listForDesk, summariesOf } from './store/lists.ts'
export { loadPlaces, type Places } from './store/places.ts'
export { loadService } from './store/services.ts'
export { type LogReader, sayLogEntry, sayNotSigned, sayStatus } from './wording.ts'
