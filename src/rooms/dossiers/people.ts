import type { Answers } from '#rooms/forms/index.ts'
import type { Party, ResultChannel } from './dossier.ts'

/*
 * What this room reads of a form whatever the procedure, by the names the service packages agree on
 * (`services/README.md`): who owns the dossier, where to answer, how the result is wanted.
 */

function text(answers: Answers, name: string): string | undefined {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined
}

/** The owner (chủ hồ sơ), when the form names somebody else than who files. R-040 */
export function ownerIn(answers: Answers): Party | undefined {
  const name = text(answers, 'ownerName')
  if (!name) return undefined
  return {
    kind: 'person',
    name,
    identityNumber: text(answers, 'ownerIdentityNumber'),
    address: text(answers, 'ownerResidence'),
  }
}

/** Who files, with the telephone and e-mail they gave in this form rather than those of the account. */
export function applicantWith(answers: Answers, known: Party): Party {
  return { ...known, phone: text(answers, 'phone') ?? known.phone, email: text(answers, 'email') ?? known.email }
}

const CHANNELS: readonly ResultChannel[] = ['electronic', 'counter', 'post']

/** as chosen in the form, else the first the service offers. */
export function resultChannelIn(answers: Answers, offered: readonly ResultChannel[]): ResultChannel {
  const wanted = text(answers, 'delivery')
  return CHANNELS.find((channel) => channel === wanted && offered.includes(channel)) ?? offered[0] ?? 'electronic'
}
