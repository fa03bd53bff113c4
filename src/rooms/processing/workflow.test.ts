import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProcessAction, ProcessDefinition, ProcessStep } from '#rooms/forms/index.ts'
import { actionsAt, advance, begin, compileWorkflow, isFinished, type ProcessState } from './workflow.ts'

const words = (text: string) => ({ vi: text, en: text })
const action = (id: string, to: string, more: Partial<ProcessAction> = {}): ProcessAction => ({
  id,
  label: words(id),
  to,
  kind: 'forward',
  ...more,
})
const step = (id: string, actions: ProcessAction[], kind: ProcessStep['kind'] = 'task'): ProcessStep => ({
  id,
  name: words(id),
  kind,
  role: 'caseOfficer',
  unit: 'competent',
  actions,
})

const definition: ProcessDefinition = {
  start: 'appraise',
  steps: [
    step('appraise', [
      action('propose', 'approve', { kind: 'propose' }),
      action('ask-elsewhere', 'appraise', { when: 'answers.abroad = true' }),
    ]),
    step('approve', [
      action('approve', 'issue', { kind: 'approve' }),
      action('send-back', 'appraise', { kind: 'return', reasonRequired: true }),
    ]),
    step('issue', [action('signed', 'end')], 'sign'),
    step('end', [], 'end'),
  ],
}
const workflow = compileWorkflow(definition, ['answers.abroad'])
const at = (tokenStep: string): ProcessState => ({ tokens: [{ id: 't', step: tokenStep }] })

test('R-084: a proposal goes to the approver, who may send it back to where it came from', () => {
  const proposed = advance(workflow, begin(workflow, 't1').state, {
    tokenId: 't1',
    actionId: 'propose',
    facts: {},
    newTokenId: 't2',
  })
  expect(proposed.state.tokens).toEqual([{ id: 't2', step: 'approve', cameFrom: 'appraise' }])
  const returned = advance(workflow, proposed.state, {
    tokenId: 't2',
    actionId: 'send-back',
    facts: {},
    newTokenId: 't3',
  })
  expect(returned.state.tokens).toEqual([{ id: 't3', step: 'appraise' }])
})

test('an action whose rule is false is not offered, and refused when posted all the same', () => {
  const [token] = at('appraise').tokens
  if (!token) throw new Error('no token')
  expect(actionsAt(workflow, token, { answers: { abroad: false } }).map(({ id }) => id)).toEqual(['propose'])
  expect(() =>
    advance(workflow, at('appraise'), {
      tokenId: 't',
      actionId: 'ask-elsewhere',
      facts: { answers: { abroad: false } },
      newTokenId: 'n',
    }),
  ).toThrow('processing.action-not-offered')
})

test('a second click on a step that was left is refused by name', () => {
  expect(() =>
    advance(workflow, at('approve'), { tokenId: 'gone', actionId: 'approve', facts: {}, newTokenId: 'n' }),
  ).toThrow('processing.step-already-left')
})

test('a definition that leads nowhere is refused when it is compiled', () => {
  const broken = { start: 'a', steps: [step('a', [action('go', 'nowhere')])] }
  expect(() => compileWorkflow(broken, [])).toThrow('processing.step-unknown')
})

test('R-085: whatever is clicked, one token stays on a known step until the end, and only offered actions move it', () => {
  const ids = ['propose', 'ask-elsewhere', 'approve', 'send-back', 'signed', 'invented']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids), { maxLength: 30 }), (clicks) => {
      let { state } = begin(workflow, 't0')
      clicks.forEach((actionId, n) => {
        const [token] = state.tokens
        if (!token) return
        const offered = actionsAt(workflow, token, { answers: { abroad: true } }).map(({ id }) => id)
        try {
          state = advance(workflow, state, {
            tokenId: token.id,
            actionId,
            facts: { answers: { abroad: true } },
            newTokenId: `t${n + 1}`,
          }).state
          expect(offered).toContain(actionId)
        } catch {
          expect(offered).not.toContain(actionId)
        }
      })
      expect(isFinished(state) || state.tokens.length === 1).toBe(true)
    }),
  )
})
