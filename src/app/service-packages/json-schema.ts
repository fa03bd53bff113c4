import { z } from 'zod'
import {
  exampleSchema,
  formSchema,
  letterSchema,
  procedureSchema,
  processSchema,
  resultSchema,
  serviceSchema,
} from './schema.ts'
import { checkSchema } from './schema-check.ts'
import { day } from './schema-words.ts'

const FILES = {
  service: serviceSchema,
  procedure: procedureSchema,
  form: formSchema,
  process: processSchema,
  result: resultSchema,
  letter: letterSchema,
  example: exampleSchema,
  check: checkSchema,
}

export type PackageFile = keyof typeof FILES

export const PACKAGE_FILES = Object.keys(FILES) as PackageFile[]

/** The shape of one file of a package as JSON Schema 2020-12, for editors: made from what reads the package, so never older. */
export function jsonSchemaOf(file: PackageFile): object {
  return z.toJSONSchema(FILES[file], {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (day as unknown)) Object.assign(jsonSchema, { type: 'string', format: 'date' })
    },
  })
}
