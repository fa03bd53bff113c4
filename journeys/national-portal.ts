import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { citizenGroups } from '../sandbox/citizens/people.ts'
import type { Answer, Answers, Paper } from './filling.ts'
import { signInCitizen } from './people.ts'
import type { Visitor, World } from './world.ts'

interface Born {
  MaHoSo: string
  MaHoSoDonVi?: string
  deliveries: { status: number; answer: string }[]
}

interface Held {
  statuses: { status: string; at: string }[]
  progress: unknown[]
  dossier: Record<string, unknown>
}

const isPaper = (answer: Answer): answer is Paper => typeof answer === 'object'

interface Part {
  id: string
  document?: string
  code?: string
}

function partsOf(procedure: string, file: string): Part[] {
  const path = resolve(import.meta.dirname, `../services/${procedure}/${file}.json`)
  const parts: Part[] = []
  JSON.parse(readFileSync(path, 'utf8'), (_key, value) => {
    if (value && typeof value === 'object' && typeof value.id === 'string') parts.push(value)
    return value
  })
  return parts
}

/** Code in the national catalogue of the paper that a question asks for. */
function componentOf(procedure: string, question: string): string {
  const document = partsOf(procedure, 'form').find(({ id, document }) => id === question && document)?.document
  return partsOf(procedure, 'service').find(({ id, code }) => id === document && code)?.code ?? ''
}

/** Facts of an account that the claims brought here have no name for: the person answers them over there. */
function knownThere(procedure: string, who: string): Answers {
  const accounts = citizenGroups().flatMap((group) => group.accounts)
  const { DanToc = '', QuocTich = '' } = accounts.find(({ sub }) => sub === who)?.claims ?? {}
  const asked = new Set(partsOf(procedure, 'form').map(({ id }) => id))
  return Object.fromEntries(
    Object.entries({ ethnicity: DanToc, nationality: QuocTich }).filter(([id]) => asked.has(id)),
  )
}

export interface Filed {
  procedure: string
  who: string
  answers: Answers
}

/** Somebody files at the national portal. Answers its code there, and the temporary one that came back from here. */
export async function fileThere({ portal }: World, filed: Filed): Promise<{ ref: string; temporary: string }> {
  const { procedure: matthc, who: person, answers } = filed
  const all = { ...knownThere(matthc, person), ...answers }
  const said = Object.entries(all).filter(([, answer]) => !isPaper(answer))
  const files = Object.entries(answers).flatMap(([question, answer]) =>
    isPaper(answer)
      ? [{ name: answer.name, component: componentOf(matthc, question), content: answer.buffer.toString('base64') }]
      : [],
  )
  const answer = await fetch(`${portal.sandbox}/national/_act/born`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ matthc, person, answers: Object.fromEntries(said), files, variant: 'good' }),
  })
  expect(answer.status).toBe(201)
  const born = (await answer.json()) as Born
  const delivery = born.deliveries.at(-1)
  const back = JSON.parse(delivery?.answer || '{}') as { error_code?: string; result?: { MaHoSoDonVi?: string } }
  expect([delivery?.status, back.error_code], delivery?.answer).toEqual([200, '0'])
  return { ref: born.MaHoSo, temporary: back.result?.MaHoSoDonVi ?? '' }
}

/** The same, and the person then signs in here, to see what becomes of it. */
export async function fileThereAndSignIn(world: World, citizen: Visitor, filed: Filed) {
  const born = await fileThere(world, filed)
  await signInCitizen(citizen, filed.who)
  return born
}

/** What the national portal holds of a dossier, once it was told this status. */
export async function heldThere({ portal }: World, ref: string, status: string): Promise<Held> {
  const held = async () => {
    const answer = await fetch(`${portal.sandbox}/national/_state/dossiers/${ref}`)
    return answer.ok ? ((await answer.json()) as Held) : undefined
  }
  const told = async () => (await held())?.statuses.map((one) => one.status) ?? []
  const patience = { timeout: 60_000, interval: 500, message: `statuses of ${ref} there` }
  await expect.poll(told, patience).toContain(status)
  const found = await held()
  if (!found) throw new Error(`${ref} has gone again`)
  return found
}
