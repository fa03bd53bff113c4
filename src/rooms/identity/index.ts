export { demonstrationOfficerId, seedDemonstrationOfficers } from './commands/demonstration-officers.ts'
export type { NewOfficer, OfficerAppointment, OfficerRecord } from './officer.ts'
export { addOfficer, appoint, getOfficer, listOfficersWith, officerName, setDisabled } from './store/officers.ts'
