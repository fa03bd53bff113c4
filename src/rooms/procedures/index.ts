export { type CatalogueConflict, CONFLICT_KINDS } from './catalogue/conflict.ts'
export { type ImportReport, importCatalogue } from './commands/import-catalogue.ts'
export { installService } from './commands/install-service.ts'
export { setIntake, setIntakeMode } from './commands/set-intake.ts'
export { checkProblems, type EligibilityCheck } from './eligibility.ts'
export type { InstallablePackage, PackagedProcedure } from './installable.ts'
export { type ApplyAt, INTAKE_MODES, INTAKES, type Intake, type IntakeMode, type IntakeProblem } from './intake.ts'
export { procedureApiRoutes } from './pages/api/procedures-api.route.tsx'
export { homeRoutes } from './pages/home/home.route.tsx'
export { procedureRoutes } from './pages/procedure-routes.ts'
export type { PublicParts } from './pages/shared/public-parts.ts'
export type {
  Audience,
  CaseOffer,
  Channel,
  Fee,
  Named,
  OnlineLevel,
  PaperGroup,
  ProcedureRecord,
  TextBlock,
  TimeLimit,
} from './record.ts'
export type { SearchRequest } from './search/find.ts'
export { type CatalogueState, getCatalogueState } from './store/catalogue.ts'
export { type DeskService, listDeskServices } from './store/desk-services.ts'
export {
  getIntakeSetting,
  type IntakeAct,
  type IntakeLine,
  listComingModes,
  listIntake,
  listIntakeActs,
} from './store/intake.ts'
export { getProcedure, listCards, listVersions, type Procedure } from './store/procedures.ts'
export { getPublicVersion } from './store/public-version.ts'
export { type SearchHit, type SearchResult, searchProcedures } from './store/search.ts'
export {
  type AgencyOffer,
  findInstalledService,
  getInstalledService,
  getServiceVersion,
  type InstalledService,
} from './store/services.ts'
export { listUpdates, type ProcedureUpdate } from './store/updates.ts'
