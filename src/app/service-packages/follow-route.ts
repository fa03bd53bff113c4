import { type Context, compileRule } from '#platform/rules/index.ts'
import { type ExampleExpectation, type ProcessStep, processNames, type Service } from '#rooms/forms/index.ts'

type Route = NonNullable<ExampleExpectation['route']>

/** Takes the actions one after another on the process graph; tells where each led, or that it was not open. */
export function followRoute(service: Service, route: Route, facts: Context): Route {
  const { process, form } = service.package
  const names = processNames(form)
  const steps = new Map(process.steps.map((step) => [step.id, step]))
  const taken: Route[number][] = []
  let step = steps.get(process.start)
  let outcome: string | null = null
  for (const wanted of route) {
    const action = step?.actions.find(({ id }) => id === wanted.action)
    const isOpen =
      action && (action.when === undefined || compileRule(action.when, names).evaluate({ ...facts, outcome }) !== false)
    if (!step || !isOpen) {
      taken.push({ action: wanted.action, to: `not open at ${step?.id ?? 'the end'}` })
      break
    }
    taken.push(told(wanted, step, action.to))
    if (action.kind === 'propose') outcome = 'granted'
    if (action.kind === 'reject') outcome = 'rejected'
    step = steps.get(action.to)
  }
  return taken
}

/** Role and unit are of the step at which the action is taken; told only when the example speaks of them. */
function told(wanted: Route[number], step: ProcessStep, to: string): Route[number] {
  const unit = typeof step.unit === 'object' ? [step.unit.kind, step.unit.field].filter(Boolean).join(' ') : step.unit
  return {
    action: wanted.action,
    to,
    ...(wanted.role === undefined ? {} : { role: step.role ?? 'system' }),
    ...(wanted.unit === undefined ? {} : { unit: unit ?? '' }),
  }
}
