export { completeResult, returnResult, type SignatureEnded } from './commands/follow.ts'
export { prepareResult, type ResultWish } from './commands/prepare.ts'
export { resultRoutes } from './pages/routes.ts'
export type {
  Outcome,
  Result,
  ResultIssued,
  ResultNotSigned,
  ResultState,
  ResultWords,
  ReturnMethod,
} from './result.ts'
export { findResult } from './store.ts'
