import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectPath } from '#platform/config/index.ts'
import { compileRule } from '#platform/rules/index.ts'
import { type CheckAnswers, checkProblems, compileCheckWith, type EligibilityCheck, walkCheck } from './eligibility.ts'

const shipped = (code: string): EligibilityCheck =>
  JSON.parse(readFileSync(projectPath('services', code, 'check.json'), 'utf8'))

const walk = (check: EligibilityCheck, answers: CheckAnswers) => {
  const { asked, question, outcome } = walkCheck(compileCheckWith(compileRule, check), answers)
  return { asked: asked.map(({ id }) => id), next: question?.id, answer: outcome?.answer, instead: outcome?.instead }
}

describe.each(['1.004873', '2.000635'])('the check of %s', (code) => {
  const check = shipped(code)

  test('has nothing wrong with it', () => {
    expect(checkProblems(check)).toEqual([])
  })

  test('ends with an answer whatever is said, and reaches every outcome', () => {
    const reached = new Set<string>()
    const go = (answers: CheckAnswers, depth: number) => {
      const { question, outcome } = walkCheck(compileCheckWith(compileRule, check), answers)
      expect(depth).toBeLessThanOrEqual(check.questions.length)
      if (outcome) reached.add(outcome.reason.vi)
      for (const { value } of question?.options ?? []) go({ ...answers, [question?.id ?? '']: value }, depth + 1)
    }
    go({}, 0)
    expect(reached.size).toBe(check.outcomes.length)
  })
})

describe('whether it is the right service', () => {
  const check = shipped('1.004873')

  test('an answer that settles it ends the questions', () => {
    expect(walk(check, {})).toMatchObject({ asked: [], next: 'period', answer: undefined })
    expect(walk(check, { period: 'abroad' })).toMatchObject({ next: undefined, answer: 'no', instead: ['2.000689'] })
  })

  test('a question that does not matter is not asked', () => {
    const sale = { period: 'vietnam', residence: 'here', purpose: 'other' }
    expect(walk(check, sale)).toMatchObject({ asked: ['period', 'residence', 'purpose'], answer: 'yes' })
  })

  test('an outcome waits while one before it may still be the answer', () => {
    expect(walk(check, { period: 'vietnam', residence: 'elsewhere' })).toMatchObject({
      next: 'purpose',
      answer: undefined,
    })
    const elsewhere = { period: 'vietnam', residence: 'elsewhere', purpose: 'marriage', age: 'no' }
    expect(walk(check, elsewhere)).toMatchObject({ next: undefined, answer: 'no' })
  })

  test('what is not one of the answers counts as not given', () => {
    expect(walk(check, { period: '__proto__' })).toMatchObject({ next: 'period' })
    expect(walk(check, { spouse: 'married' })).toMatchObject({ asked: [], next: 'period' })
  })

  test('a check that could leave somebody without an answer is refused', () => {
    const outcomes = check.outcomes.slice(0, 2)
    expect(checkProblems({ ...check, outcomes })).toEqual(['the last outcome has a rule: somebody might get no answer'])
    expect(() =>
      compileCheckWith(compileRule, { ...check, outcomes: [{ ...outcomes[0], when: 'no = 1' } as never] }),
    ).toThrow()
  })
})
