export type { Agency, AgencyHost, NewAgency } from './agency.ts'
export { pageAddress } from './commands/address.ts'
export { createAgency } from './commands/create-agency.ts'
export { seedDemonstration } from './commands/seed-demonstration.ts'
export { DEMO } from './demonstration.ts'
export { findAgencyByCode, findHost, forgetHosts, listAgencies, listHosts } from './store/agencies.ts'
export {
  addPosition,
  addUnit,
  endUnit,
  findUnitByCode,
  getUnit,
  listPositions,
  listUnits,
  resolveUnits,
  unitsInside,
} from './store/units.ts'
export type { NewPosition, NewUnit, Position, Unit, UnitKind, UnitSelector } from './unit.ts'
