export { arriveByTicket, NATIONAL_PORTAL_ISSUER, procedureOfVisit } from './commands/arrive.ts'
export { personAtCounter, recordAtCounter, type StatedAtCounter } from './commands/at-counter.ts'
export { demonstrationOfficerId, seedDemonstrationOfficers } from './commands/demonstration-officers.ts'
export { audit, authorise, findViewer, requireRecentProof } from './commands/gate.ts'
export { personVouchedFor } from './commands/vouched.ts'
export { jobs as identityJobs } from './jobs.ts'
export type { NewOfficer, OfficerAppointment, OfficerRecord } from './officer.ts'
export { identityRoutes } from './pages/routes.ts'
export { maskIdNumber, type Person } from './person.ts'
export { takeKept } from './store/kept-posts.ts'
export {
  addOfficer,
  appoint,
  findOfficerForSigning,
  getOfficer,
  listAppointments,
  listOfficersWith,
  officerName,
  officerNames,
  setDisabled,
} from './store/officers.ts'
export { findProvenPerson, getPerson } from './store/persons.ts'
export type { TicketRefusal } from './ticket.ts'
