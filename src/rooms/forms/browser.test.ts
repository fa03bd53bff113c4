import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Example, FormDefinition } from './index.ts'
import { compileForm, validateAll } from './index.ts'
import { aContext, definitions, filledAnswers } from './testing.ts'

/** The engine as a browser would load it: no Node, no package, nothing but the language. */
async function inBrowser(): Promise<string> {
  const contents = `
    export { compileFormWith } from './form.ts'
    export { validateAll } from './validate.ts'
    export { compileRule } from '#platform/rules/index.ts'`
  const stdin = { contents, resolveDir: 'src/rooms/forms', loader: 'ts' as const }
  const result = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'forms',
  })
  return result.outputFiles[0]?.text ?? ''
}

test('server and browser give the same verdict on every example', async () => {
  const code = await inBrowser()
  for (const service of readdirSync('services').filter((name) => /^\d/.test(name))) {
    const definition = JSON.parse(readFileSync(`services/${service}/form.json`, 'utf8')) as FormDefinition
    for (const file of readdirSync(`services/${service}/examples`)) {
      const example = JSON.parse(readFileSync(`services/${service}/examples/${file}`, 'utf8')) as Example
      const filled = { answers: example.answers, documents: example.documents ?? {} }
      const profile = example.profile ? { profile: example.profile } : {}
      const context = { today: example.today, applicant: { kind: example.applicant.kind }, ...profile }
      const given = JSON.stringify({ definition, filled, context })
      const script = `${code}; const g = ${given};
        JSON.stringify(forms.validateAll(forms.compileFormWith(forms.compileRule, g.definition), g.filled, g.context))`
      const there = JSON.parse(runInNewContext(script) as string) as unknown
      expect(there).toEqual(validateAll(compileForm(definition), filled, context))
    }
  }
})

test('server and browser give the same verdict on generated forms and answers', { timeout: 30_000 }, async () => {
  const code = await inBrowser()
  const there = runInNewContext(
    `${code}; (text) => { const g = JSON.parse(text)
      return JSON.stringify(forms.validateAll(forms.compileFormWith(forms.compileRule, g.definition), g.filled, g.context)) }`,
  ) as (text: string) => string
  let wrong = 0
  fc.assert(
    fc.property(definitions, filledAnswers, (definition, filled) => {
      const context = aContext()
      const here = validateAll(compileForm(definition), filled, context)
      wrong += here.length
      expect(JSON.parse(there(JSON.stringify({ definition, filled, context })))).toEqual(
        JSON.parse(JSON.stringify(here)),
      )
    }),
    { numRuns: 300, seed: 20_261_125 },
  )
  // Otherwise it would have compared silence with silence.
  expect(wrong).toBeGreaterThan(300)
})
