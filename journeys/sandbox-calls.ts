import { expect } from 'vitest'
import type { World } from './world.ts'

export interface Letter {
  to: string[]
  subject: string
  text: string
  html?: string
  attachments: { filename: string; contentType: string }[]
}

export type Fault = 'slow' | 'error500' | 'down' | 'lost-answer' | 'garbage' | 'wrong-signature' | 'refuse'

interface Trouble {
  target: 'citizens' | 'staff' | 'signing' | 'ocsp' | 'tsa' | 'smtp'
  kind: Fault
  times?: number
  path?: string
}

/** Asks the outside world to misbehave. */
export async function makeTrouble({ portal }: World, trouble: Trouble): Promise<void> {
  const answer = await fetch(`${portal.sandbox}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(trouble),
  })
  expect(answer.status).toBe(201)
}

export async function endTrouble({ portal }: World): Promise<void> {
  await fetch(`${portal.sandbox}/faults`, { method: 'DELETE' })
}

/** Letters to an address, newest first. */
export async function lettersTo({ portal }: World, address: string): Promise<Letter[]> {
  const answer = await fetch(`${portal.sandbox}/mailbox.json?to=${encodeURIComponent(address)}`)
  return ((await answer.json()) as { messages: Letter[] }).messages
}

/** Waits for the letter that mentions all of this, as the person would. */
export async function letterTo(world: World, address: string, ...mentioned: string[]): Promise<Letter> {
  const find = async () =>
    (await lettersTo(world, address)).find(({ subject, text }) =>
      mentioned.every((words) => `${subject}\n${text}`.includes(words)),
    )
  // A mail server that puts us off is asked again after a minute.
  await expect.poll(find, { timeout: 150_000, interval: 300, message: `a letter about ${mentioned}` }).toBeDefined()
  const letter = await find()
  if (!letter) throw new Error('the letter has gone again')
  return letter
}
