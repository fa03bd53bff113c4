export { affectedBy, type MovedDueDate, neverEarlier, type Promised } from './affected.ts'
export type { ClosedReason, DayKind, Decision, DecisionKind, Holiday } from './calendar-day.ts'
export {
  addAgencyDecision,
  addNationalDecision,
  type CalendarChanged,
  type NewAgencyDecision,
  type NewNationalDecision,
  type NewOfficeHours,
  setOfficeHours,
} from './commands.ts'
export type {
  Article,
  DeadlineInput,
  Explanation,
  Pause,
  PauseReason,
  Step,
  StepReason,
} from './deadline.ts'
export { explainDeadline } from './explain.ts'
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
export { loadCalendar, loadReceptionCalendar } from './store.ts'
export { WhyThisDate } from './why-this-date.view.tsx'
export {
  type DeadlineWords,
  deadlineWords,
  sayBasis,
  sayDueAt,
  sayLimit,
  sayProgress,
  sayStep,
} from './wording.ts'
export {
  type CalendarDay,
  type CalendarOwner,
  type CalendarSource,
  stateCalendar,
  type WorkingCalendar,
  workingCalendar,
} from './working-calendar.ts'
