import { sendMail } from '#platform/mail/index.ts'
import type { Channel, Sending } from '../../channel.ts'

/**
 * E-mail through the installation's mail server. A letter carries its own number (Message-ID), so that one sent again
 * after a lost answer is seen once.
 */
export const email: Channel = {
  name: 'email',
  repeatable: true,
  async send({ id, subject, body }, address): Promise<Sending> {
    try {
      await sendMail({ to: address, subject, text: body, messageId: id })
      return { outcome: 'sent' }
    } catch (error) {
      return afterMailFailure(error)
    }
  },
}

/** A server that says 5xx will say so again; everything else is tried later. @see RFC 5321, 4.2.1 */
function afterMailFailure(error: unknown): Sending {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown }
  const detail = [code, responseCode].filter((part) => part !== undefined).join(' ')
  const isFinal = typeof responseCode === 'number' && responseCode >= 500
  return isFinal ? { outcome: 'refused', reason: 'address', detail } : { outcome: 'not-reached', detail }
}
