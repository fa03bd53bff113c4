import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { renderInFrame } from '#platform/html/testing.ts'
import { SavedElsewhereView } from './elsewhere.view.tsx'
import { vi } from './form.vi.ts'
import {
  CheckAnswersView,
  compileForm,
  type FormDefinition,
  FormStepView,
  getDraft,
  reportKey,
  saveStep,
  startDraft,
  summary,
} from './index.ts'
import { aContext } from './testing.ts'

useTestDatabase()

const HOSTILE = `</textarea><script>alert(1)</script><img src=x onerror=alert(2)> "'&\u0000\u202e{name} \${1} %00 ẳ`
const UPLOAD = { formats: ['PDF'], accept: 'application/pdf', maxMegabytes: 20 }

/** Everything a browser could post for a form, with hostile words in every field of every step. */
function hostileBody(definition: FormDefinition, step: string): Record<string, string> {
  const questions = definition.steps.find(({ id }) => id === step)?.questions ?? []
  const fields = questions.flatMap(({ id }) => [id, `${id}-day`, `${id}-month`, `${id}-year`, reportKey(id)])
  return { ...Object.fromEntries(fields.map((field) => [field, HOSTILE])), '--wrong': HOSTILE }
}

test.each(['1.004873', '2.000635'])(
  '%s: hostile words in every field are kept as typed, and shown as text',
  async (code) => {
    const definition: FormDefinition = JSON.parse(readFileSync(`services/${code}/form.json`, 'utf8'))
    const form = compileForm(definition)
    const context = aContext({ lists: { communes: [], provinces: [] }, applicant: { kind: 'person' } })
    const citizen: Citizen = { kind: 'citizen', agencyId: 1, personId: newId(), name: HOSTILE, assurance: 'level-2' }
    const { id } = await startDraft(citizen, {
      procedureCode: code,
      serviceVersion: '1.0.0',
      language: 'vi',
      form,
      context,
    })
    for (const { id: step } of definition.steps) {
      await saveStep(citizen, { id, step, body: hostileBody(definition, step), form, context })
    }

    const draft = await read(1, (tx) => getDraft(tx, citizen, id))
    const kept = Object.values(draft.answers).filter((answer) => typeof answer === 'string')
    expect(kept.length).toBeGreaterThan(8)
    for (const answer of kept) {
      // A telephone number loses its brackets and spaces, and PostgreSQL keeps no NUL; nothing else is taken away.
      expect(answer).toMatch(/^<\/textarea><script>alert.*ẳ$/)
      expect(answer).not.toContain('\0')
    }

    const steps = definition.steps.map(({ id: step }) => (
      <FormStepView
        form={form}
        step={step}
        filled={draft}
        context={context}
        action="/"
        service={HOSTILE}
        upload={UPLOAD}
      />
    ))
    const difference = { question: 'a', label: HOSTILE, saved: HOSTILE, typed: HOSTILE }
    const pages = [
      ...steps,
      <CheckAnswersView groups={summary(form, draft, { context, language: 'vi' })} />,
      <SavedElsewhereView differences={[difference]} keepHref="/" t={vi} />,
    ]
    const html = pages.map((page) => renderInFrame(page)).join('\n')
    expect(html).not.toMatch(/<script|<img|<\/textarea><script/)
    expect(html).toContain('&lt;script>alert(1)')
  },
)
