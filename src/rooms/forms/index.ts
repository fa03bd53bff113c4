import { compileRule } from '#platform/rules/index.ts'
import type { FormDefinition } from './definition.ts'
import { ONE_PAGE } from './expand.ts'
import { compileFormWith, compileOnePage, type Form } from './form.ts'
import { compileServiceWith, type Service } from './service.ts'
import type { ServicePackage } from './service-package.ts'

/** A form ready to be walked. Throws RuleError when one of its rules is wrong: checked packages never do. */
export function compileForm(definition: FormDefinition): Form {
  return compileFormWith(compileRule, definition)
}

const onePage = new WeakMap<Service, Form>()

/** The form of a service as this page shows it: step by step, or at `all` with every step on one page. */
export function formAt(service: Service, step: string): Form {
  if (step !== ONE_PAGE) return service.form
  const known = onePage.get(service) ?? compileOnePage(compileRule, service.package.form)
  onePage.set(service, known)
  return known
}

/** A package ready to answer which case, which papers, what to pay, who is competent. Throws RuleError as above. */
export function compileService(given: ServicePackage): Service {
  return compileServiceWith(compileRule, given)
}

export {
  type CheckAnswersProps,
  CheckAnswersView,
  type DeclarationProps,
  DeclarationView,
} from './check-answers.view.tsx'
export { MOST_ROWS } from './check-rows.ts'
export {
  copyAnswers,
  discardDraft,
  helpWithDraft,
  leaveDraft,
  listOpenDrafts,
  lockDraft,
  type QuestionFiles,
  type SaveStep,
  type Start,
  saveStep,
  setDocuments,
  startDraft,
  submitDraft,
  undoLast,
} from './commands.ts'
export type * from './definition.ts'
export { type Draft, type Helped, isStale } from './draft.ts'
export type { UploadLimits } from './drawing.ts'
export { estimatedMinutes } from './estimate.ts'
export { expandForm, ONE_PAGE } from './expand.ts'
export { answerNames, type Form, questionsOf } from './form.ts'
export { type FormStepProps, FormStepView } from './form-step.view.tsx'
export { type Asked, type Journey, reportKey, stepAfter, stepBefore, type Visit, visitOf, walk } from './journey.ts'
export { readPlaces } from './places.ts'
export { ASKED_FIELD, DRAW_FIELD, parsePosted, type StepTaken, takeStep, UNDO_FIELD } from './posted.ts'
export { startAnswers } from './prefill.ts'
export { type FormError, sayErrors } from './problem.ts'
export type { Applicant, Fact, FormContext, Option, Profile } from './profile.ts'
export type { PostedBody } from './read-posted.ts'
export {
  RESULT_FACTS,
  type ResultFacts,
  type ResultGiven,
  type ResultText,
  resultText,
  sayableNames,
  suggestFields,
  templateNames,
} from './result-text.ts'
export { readResumeCode, sayResumeCode } from './resume-code.ts'
export { type Opened, openedIn, sayOpened } from './row-acts.ts'
export { NOT_COLUMNS } from './row-names.ts'
export {
  type Circumstances,
  type CompetentUnit,
  caseFor,
  competentFor,
  documentsFor,
  type FeeLine,
  type FeeNotice,
  feesFor,
  neededAssurance,
  processNames,
  rateFor,
  type Service,
  serviceNames,
} from './service.ts'
export type * from './service-package.ts'
export { type Snapshot, snapshot } from './snapshot.ts'
export {
  type Desks,
  findByResumeCode,
  findOpenDraft,
  getDraft,
  getHelpedDraft,
  listHelpedDrafts,
  lockHelpedDraft,
} from './store/drafts.ts'
export {
  forgetPlaceLists,
  importPlaces,
  listPlaces,
  loadPlaceLists,
  type PlacesImported,
  savePlaces,
} from './store/places.ts'
export { type SummaryGroup, type SummaryOf, type SummaryRow, sayAnswer, summary } from './summary.ts'
export { validateAll, validateStep } from './validate.ts'
