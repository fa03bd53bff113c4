import { toLocal } from '#kernel/local-date.ts'
import type { Assurance } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Answer, Fact, Profile } from '#rooms/forms/index.ts'
import type { Person } from '#rooms/identity/index.ts'
import type { Party } from '../../dossier.ts'

const SOURCES: Record<Person['statedBy'], Bilingual> = {
  account: { vi: 'Tài khoản định danh điện tử (VNeID)', en: 'Electronic identity account (VNeID)' },
  counter: { vi: 'Giấy tờ xuất trình tại quầy', en: 'Identity paper shown at the counter' },
}

/**
 * What the identity provider, or an officer who saw the identity paper, states about the person. Name, birth and
 * residence are the state's own once the person was seen (level 2, organisation, a counter); telephone and e-mail are
 * always theirs to change.
 */
export function profileOf(person: Person, assurance: Assurance): Profile {
  const proven = assurance !== 'level-1'
  const profile: Record<string, Fact> = {}
  const at = toLocal(person.statedAt)
  const add = (path: string, value: Answer | undefined, authoritative = proven) => {
    if (value !== undefined && value !== '')
      profile[path] = { value, source: SOURCES[person.statedBy], at, authoritative }
  }
  if (person.kind === 'organisation') {
    add('organisation.name', person.name)
    add('organisation.code', person.organisationCode)
  } else {
    add('person.name', person.name)
    add('person.bornOn', person.bornOn)
    add('person.gender', person.gender)
    add('person.identityNumber', person.idNumber)
    add('person.ethnicity', person.ethnicity)
    add('person.nationality', person.nationality)
    add('person.residence', person.residence)
  }
  add('person.phone', person.phone, false)
  add('person.email', person.email, false)
  return profile
}

/** The person who files, as the account states them. R-040 */
export function partyOf(person: Person): Party {
  return {
    kind: person.kind,
    name: person.name,
    identityNumber: person.kind === 'organisation' ? person.organisationCode : person.idNumber,
    address: person.residence,
    phone: person.phone,
    email: person.email,
  }
}
