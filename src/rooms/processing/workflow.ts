import { Conflict, DomainError } from '#kernel/errors.ts'
import type { Role } from '#kernel/viewer.ts'
import { type Context, compileRule, type Rule } from '#platform/rules/index.ts'
import type { ProcessAction, ProcessDefinition, ProcessStep } from '#rooms/forms/index.ts'

/** Where one dossier stands: a token lies on each step at which somebody has something to do. */
export interface ProcessState {
  tokens: readonly Token[]
}

export interface Token {
  id: string
  step: string
  /** The step it came from by going forward: where “return” leads back to. */
  cameFrom?: string
}

export interface Workflow {
  definition: ProcessDefinition
  step(id: string): ProcessStep
  mayTake(action: ProcessAction, facts: Context): boolean
}

/** What follows from a move, for the command to write down in the same transaction. */
export type Effect =
  | { kind: 'close'; token: Token }
  | { kind: 'open'; token: Token; step: ProcessStep }
  | { kind: 'finish'; token: Token }

export interface Moved {
  state: ProcessState
  effects: readonly Effect[]
}

export interface Move {
  tokenId: string
  actionId: string
  facts: Context
  /** The id of the token that follows. */
  newTokenId: string
}

const ROLES: Record<NonNullable<ProcessStep['role']>, Role> = {
  deskOfficer: 'desk-officer',
  caseOfficer: 'case-officer',
  approver: 'approver',
}

/** The appointment a step asks for. A step without a role is the system's own. */
export function roleOf(step: ProcessStep): Role | undefined {
  return step.role && ROLES[step.role]
}

/** Compiles a definition once; a rule that does not compile refuses the whole definition. */
export function compileWorkflow(definition: ProcessDefinition, names: Iterable<string>): Workflow {
  const steps = new Map(definition.steps.map((step) => [step.id, step]))
  const known = [...names]
  const rules = new Map<ProcessAction, Rule>()
  for (const step of definition.steps) {
    for (const action of step.actions) {
      if (!steps.has(action.to)) throw new DomainError('processing.step-unknown', { step: action.to })
      if (action.when !== undefined) rules.set(action, compileRule(action.when, known))
    }
  }
  return {
    definition,
    step(id) {
      const step = steps.get(id)
      if (!step) throw new DomainError('processing.step-unknown', { step: id })
      return step
    },
    mayTake: (action, facts) => rules.get(action)?.evaluate(facts) !== false,
  }
}

/** The first token, on the first step. */
export function begin(workflow: Workflow, tokenId: string): Moved {
  const token: Token = { id: tokenId, step: workflow.definition.start }
  return { state: { tokens: [token] }, effects: [{ kind: 'open', token, step: workflow.step(token.step) }] }
}

/** The actions open to whoever holds the token. */
export function actionsAt(workflow: Workflow, token: Token, facts: Context): readonly ProcessAction[] {
  return workflow.step(token.step).actions.filter((action) => workflow.mayTake(action, facts))
}

/**
 * Moves one token along one action. Refuses a token that is not there any more and an action its step does not offer,
 * by name, so that the page can say what has become possible instead.
 */
export function advance(workflow: Workflow, state: ProcessState, move: Move): Moved {
  const token = state.tokens.find(({ id }) => id === move.tokenId)
  if (!token) throw new Conflict('processing.step-already-left')
  const action = actionsAt(workflow, token, move.facts).find(({ id }) => id === move.actionId)
  if (!action) throw new Conflict('processing.action-not-offered', { step: token.step, action: move.actionId })

  const next: Token = {
    id: move.newTokenId,
    step: action.to,
    ...(action.kind === 'return' ? {} : { cameFrom: token.step }),
  }
  const step = workflow.step(next.step)
  const others = state.tokens.filter(({ id }) => id !== token.id)
  const closed: Effect = { kind: 'close', token }
  if (step.kind === 'end') return { state: { tokens: others }, effects: [closed, { kind: 'finish', token: next }] }
  return { state: { tokens: [...others, next] }, effects: [closed, { kind: 'open', token: next, step }] }
}

/** Nothing is left to do. */
export function isFinished(state: ProcessState): boolean {
  return state.tokens.length === 0
}
