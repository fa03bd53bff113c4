import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './registries.vi.ts'

export const en: Words<typeof vi> = {
  fields: {
    name: 'Full name',
    idNumber: 'Personal identification number',
    born: 'Date of birth',
    gender: 'Sex',
    maritalStatus: 'Marital status',
    residence: 'Permanent residence',
    residenceCode: 'Commune code of the residence',
    currentResidence: 'Current address',
    businessName: 'Name',
    businessCode: 'Registration number',
    businessKind: 'Kind',
    businessState: 'Standing',
    registeredOn: 'Registered on',
    address: 'Head office',
    representative: 'Representative',
    representativeId: 'Identification number of the representative',
    caseCode: 'Their code',
    caseState: 'Where it stands there',
    caseResult: 'Result',
    payable: 'To be paid',
    licenceClass: 'Class of licence',
  },
  genders: { 1: 'Male', 2: 'Female', 3: 'Other' },
  caseStates: {
    waiting: 'Waiting',
    processing: 'In progress',
    supplement: 'Something is missing',
    payable: 'To be paid',
    finished: 'Finished',
    refused: 'Refused',
  },
  marital: { 1: 'Never married', 2: 'Married', 3: 'Divorced', 4: 'Widowed' },
}
