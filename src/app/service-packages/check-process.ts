import { type ProcessDefinition, processNames, type ServicePackage } from '#rooms/forms/index.ts'
import type { Finder } from './check-form.ts'
import { checkLimit } from './check-service.ts'

/** Every step can be reached and left, and an end can be reached from each: no dossier is ever stuck. */
export function checkProcess(given: ServicePackage, found: Finder): void {
  const { process } = given
  const names = processNames(given.form)
  const ids = process.steps.map(({ id }) => id)
  found.unique('process steps', ids)
  if (!ids.includes(process.start)) found.add('process', `it starts at “${process.start}”, which is no step`)
  for (const step of process.steps) {
    const at = `process step ${step.id}`
    checkLimit(at, step.limit, found)
    found.unique(
      `${at} actions`,
      step.actions.map(({ id }) => id),
    )
    for (const action of step.actions) {
      found.rule(`${at} action ${action.id} when`, action.when, names)
      if (!ids.includes(action.to)) found.add(`${at} action ${action.id}`, `“${action.to}” is no step`)
    }
    checkKind(step, at, found)
  }
  checkPaths(process, found)
}

function checkKind({ kind, role, unit, actions }: ProcessDefinition['steps'][number], at: string, found: Finder): void {
  if (kind === 'end') {
    if (actions.length > 0) found.add(at, 'an end has no actions')
    return
  }
  if (unit === undefined) found.add(at, 'no unit is named')
  if (kind === 'task' && role === undefined) found.add(at, 'a task needs a role')
  if (kind === 'sign' && role !== undefined) found.add(at, 'a signature is the system’s step: it has no role')
  if (kind === 'sign' && !actions.some((action) => action.kind === 'forward'))
    found.add(at, 'a signature needs an action of kind “forward”')
  if (kind === 'sign' && !actions.some((action) => action.kind === 'return'))
    found.add(at, 'a signature that fails needs an action of kind “return”')
  if (actions.length > 0 && actions.every((action) => action.when !== undefined)) {
    found.add(at, 'every action has a rule, so that none may be open')
  }
}

function checkPaths({ start, steps }: ProcessDefinition, found: Finder): void {
  const forward = new Map(steps.map((step) => [step.id, step.actions.map(({ to }) => to)]))
  const reached = spread([start], forward)
  const backward = new Map<string, string[]>(steps.map(({ id }) => [id, []]))
  for (const [from, targets] of forward) for (const to of targets) backward.get(to)?.push(from)
  const leads = spread(
    steps.filter(({ kind }) => kind === 'end').map(({ id }) => id),
    backward,
  )
  for (const { id } of steps) {
    if (!reached.has(id)) found.add(`process step ${id}`, 'it is never reached')
    if (!leads.has(id)) found.add(`process step ${id}`, 'no way leads from it to an end')
  }
}

function spread(from: readonly string[], edges: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set(from)
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of edges.get(id) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return seen
}
