import { expect, test } from 'vitest'
import { jsonSchemaOf, PACKAGE_FILES } from './json-schema.ts'

test.each(PACKAGE_FILES)('the JSON Schema of %s.json is as the code reads it', async (file) => {
  // `vitest run src/app/service-packages/json-schema.test.ts --update` writes them anew.
  const schema = `${JSON.stringify(jsonSchemaOf(file), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot(`../../../services/_schema/${file}.json`)
})
