import { type Answers, exampleAnswers, fillForm, send } from '../filling.ts'
import type { Visitor } from '../world.ts'

export const PROCEDURE = '1.004873'
export const ANSWERS = {
  ...exampleAnswers(PROCEDURE, '01-single-to-marry'),
  purpose: 'other',
  purposeText: 'Vay vốn',
  copies: 1,
}
export const PATIENCE = 240_000

/** A dossier of the marital-status certificate, filed by a person of the sandbox. Answers with its code. */
export async function file(citizen: Visitor, who: string, answers: Answers = ANSWERS): Promise<string> {
  await fillForm(citizen, { procedure: PROCEDURE, who, answers })
  return send(citizen)
}
