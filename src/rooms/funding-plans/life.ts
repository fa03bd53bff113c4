import type { Role } from '#kernel/viewer.ts'

/** Where a version stands. What follows its allocation (quarters, settlement, publication) are slips of the plan. */
export const STATES = [
  'draft',
  'appraising',
  'appraised',
  'signing',
  'signed',
  'sent',
  'questioned',
  'allocated',
  'replaced',
] as const
export type State = (typeof STATES)[number]

export const ACTS = [
  'edit',
  'submit',
  'return',
  'appraise',
  'ask-signature',
  'complete-signature',
  'miss-signature',
  'send',
  'question',
  'explain',
  'allocate',
  'adjust',
  'report-quarter',
  'inform-completion',
  'settle',
  'publish',
] as const
export type Act = (typeof ACTS)[number]

/** In which capacity an act is done: for the body itself, for the one above it, or by the program. */
export type Capacity = 'own' | 'above' | 'own-or-above' | 'program'

export interface Step {
  from: readonly State[]
  /** Undefined: the version stays where it is. */
  to: State | undefined
  by: readonly Role[]
  as: Capacity
  /** A sentence is asked for. */
  reason?: true
}

const DRAFTERS = ['case-officer', 'administrator'] as const
const APPRAISERS = ['supervisor', 'administrator'] as const
const DECIDERS = ['supervisor', 'approver'] as const

/**
 * The life of a plan: draft, internal appraisal, signature, sending, questions and explanations, allocation, adjustment,
 * execution, settlement, publication. R-199 @see Decree 42/2022, Art. 20.2
 */
export const LIFE: Readonly<Record<Act, Step>> = {
  edit: { from: ['draft'], to: undefined, by: DRAFTERS, as: 'own' },
  submit: { from: ['draft'], to: 'appraising', by: DRAFTERS, as: 'own' },
  return: { from: ['appraising', 'appraised'], to: 'draft', by: APPRAISERS, as: 'own-or-above', reason: true },
  appraise: { from: ['appraising'], to: 'appraised', by: APPRAISERS, as: 'own-or-above', reason: true },
  'ask-signature': { from: ['appraised'], to: 'signing', by: ['approver'], as: 'own' },
  'complete-signature': { from: ['signing'], to: 'signed', by: [], as: 'program' },
  'miss-signature': { from: ['signing'], to: 'appraised', by: [], as: 'program' },
  send: { from: ['signed'], to: 'sent', by: [...DRAFTERS, 'approver'], as: 'own' },
  question: { from: ['sent'], to: 'questioned', by: DECIDERS, as: 'above', reason: true },
  explain: { from: ['questioned'], to: 'sent', by: DRAFTERS, as: 'own', reason: true },
  allocate: { from: ['sent', 'allocated'], to: 'allocated', by: DECIDERS, as: 'above' },
  adjust: { from: ['allocated'], to: undefined, by: DRAFTERS, as: 'own', reason: true },
  'report-quarter': { from: ['allocated'], to: undefined, by: DRAFTERS, as: 'own' },
  'inform-completion': { from: ['allocated'], to: undefined, by: DRAFTERS, as: 'own' },
  settle: { from: ['allocated'], to: undefined, by: [...DRAFTERS, 'approver'], as: 'own' },
  publish: { from: ['allocated'], to: undefined, by: ['approver', 'administrator'], as: 'own' },
}

/** States in which nobody may change a line any more: from the moment its signature is asked for. */
export function isFrozen(state: State): boolean {
  return state !== 'draft'
}

export function mayStep(act: Act, state: State): boolean {
  return LIFE[act].from.includes(state)
}
