import { type Answers, exampleAnswers, fillForm, send } from '../filling.ts'
import { isOwn } from '../mode.ts'
import { fileThereAndSignIn } from '../national-portal.ts'
import type { Visitor, World } from '../world.ts'

export const PROCEDURE = '1.004873'
export const ANSWERS = {
  ...exampleAnswers(PROCEDURE, '01-single-to-marry'),
  purpose: 'other',
  purposeText: 'Vay vốn',
  copies: 1,
}
export const PATIENCE = 240_000

/**
 * A dossier of the marital-status certificate, filed by a person of the sandbox where people apply in this mode. Answers
 * with its code.
 */
export async function file(
  world: World,
  citizen: Visitor,
  { who, answers = ANSWERS }: { who: string; answers?: Answers },
): Promise<string> {
  const filed = { procedure: PROCEDURE, who, answers }
  if (!isOwn(PROCEDURE)) return (await fileThereAndSignIn(world, citizen, filed)).temporary
  await fillForm(citizen, filed)
  return send(citizen)
}
