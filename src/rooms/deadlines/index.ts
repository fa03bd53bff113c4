export { affectedBy, type MovedDueDate, neverEarlier, type Promised } from './affected.ts'
export type {
  Article,
  ClosedReason,
  DayKind,
  DeadlineInput,
  Explanation,
  Pause,
  PauseReason,
  Step,
  StepReason,
} from './deadline.ts'
export type { Decision, DecisionKind } from './decisions.ts'
export { explainDeadline } from './explain.ts'
export type { Holiday } from './holidays.ts'
export { formatLimit, type Limit, type LimitUnit, parseLimit } from './limit.ts'
export type { OfficeHours, Session, WeekHours } from './office-hours.ts'
export { extensionTo, mayPostpone, type PostponementFacts } from './postponement.ts'
export {
  type Classification,
  classify,
  type DueProgress,
  type DueState,
  dueProgress,
  type Running,
  WARNING_THRESHOLDS,
  type WarningThresholds,
  type WorkingSpan,
} from './progress.ts'
export {
  type CalendarDay,
  type CalendarOwner,
  type CalendarSource,
  stateCalendar,
  type WorkingCalendar,
  workingCalendar,
} from './working-calendar.ts'
