import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkPackage, readPackage, testPackage } from './index.ts'

const shipped = readdirSync('services', { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !entry.name.startsWith('_'),
)

test.each(shipped.map(({ name }) => name))('the shipped package %s is in order', async (name) => {
  expect(checkPackage(await readPackage(`services/${name}`))).toEqual([])
})

test.each(shipped.map(({ name }) => name))('R-064: every example of %s holds', async (name) => {
  const results = testPackage(await readPackage(`services/${name}`))
  expect(results.filter(({ wrong }) => wrong.length > 0)).toEqual([])
})
