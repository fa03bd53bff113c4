import { Conflict, type DomainError, Forbidden, NotFound } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import { answersPeople, coordinates } from '../front.ts'
import type { Petition, PetitionState } from './petition.ts'

export interface House {
  front: ReadonlySet<string>
  /** Somebody supervises at the front: complaints about officers are then for them alone. */
  hasSupervisor: boolean
}

type Standing = Pick<Petition, 'subject' | 'state' | 'assignedTo' | 'concernedOfficer'>

function supervisesFront(officer: Officer, { front }: House): boolean {
  return [...front].some((unitId) => holds(officer, 'supervisor', unitId))
}

/** Complaints about officers are not read by the desk at which those officers sit. R-224 */
export function seesComplaints(officer: Officer, house: House): boolean {
  return house.hasSupervisor ? supervisesFront(officer, house) : coordinates(officer, house.front)
}

/**
 * Whoever coordinates sees petitions, and others those given to them. The officer a petition is about never does,
 * whatever else they are. R-224 @see Decree 61/2018/NĐ-CP, Art. 27.3
 */
export function canSee(officer: Officer, petition: Standing, house: House): true | DomainError {
  const hidden = new NotFound()
  if (petition.concernedOfficer === officer.officerId || !answersPeople(officer)) return hidden
  if (petition.assignedTo === officer.officerId) return true
  if (!coordinates(officer, house.front)) return hidden
  return petition.subject !== 'officer' || seesComplaints(officer, house) || hidden
}

function inState(petition: Standing, states: readonly PetitionState[]): true | DomainError {
  return states.includes(petition.state) || new Conflict('feedback.petition-moved-on', { state: petition.state })
}

/** Classifies it: refuses, forwards, gives it to somebody, asks an officer to explain. */
export function canClassify(officer: Officer, petition: Standing, house: House): true | DomainError {
  const seen = canSee(officer, petition, house)
  if (seen !== true) return seen
  if (!coordinates(officer, house.front)) return new Forbidden()
  return inState(petition, ['registered', 'handling'])
}

/** Writes the result: who has it, or who coordinates, once it has been given to somebody. */
export function canAnswer(officer: Officer, petition: Standing, house: House): true | DomainError {
  const seen = canSee(officer, petition, house)
  return seen === true ? inState(petition, ['handling']) : seen
}

export function canPublish(officer: Officer, petition: Standing, house: House): true | DomainError {
  const seen = canSee(officer, petition, house)
  if (seen !== true) return seen
  return coordinates(officer, house.front) ? inState(petition, ['answered']) : new Forbidden()
}

/** Writes down what somebody says at the counter or on the telephone, or sends on paper. */
export function canTakeIn(officer: Officer, house: House): true | DomainError {
  return holds(officer, 'desk-officer') || coordinates(officer, house.front) || new Forbidden()
}

interface Explaining {
  officerId: string
  superiorId: string
  explained: boolean
  decided: boolean
}

export function canExplain(officer: Officer, { officerId, decided }: Explaining): true | DomainError {
  if (officer.officerId !== officerId) return new NotFound()
  return !decided || new Conflict('feedback.already-decided')
}

/** Their superior, once they have explained or their days are over. */
export function canDecide(
  officer: Officer,
  { superiorId, explained, decided }: Explaining,
  isOver: boolean,
): true | DomainError {
  if (officer.officerId !== superiorId) return new NotFound()
  if (decided) return new Conflict('feedback.already-decided')
  return explained || isOver || new Conflict('feedback.not-explained-yet')
}
