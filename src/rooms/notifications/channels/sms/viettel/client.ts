import { z } from 'zod'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import { envelope, inside, readEnvelope, textIn } from '#platform/soap/index.ts'
import type { ChannelAccount, Sending, Told } from '../../../channel.ts'
import { afterFailure } from '../../answer.ts'
import { smsSecrets } from '../secrets.ts'
import { sizeOf } from '../segments.ts'
import { smsText } from '../text.ts'

const NAMESPACE = 'http://impl.bulkSms.ws/'
const OPERATION = 'wsCpMt'
const SENT = '1'

export const viettelSettings = z.object({
  url: z.url(),
  cpCode: z.string(),
  /** The brand name people see as the sender. */
  serviceId: z.string(),
  commandCode: z.string(),
  marks: z.boolean().default(false),
  most: z.number().int().min(1).default(2),
})

/**
 * One message through Viettel's brand name. The contract has neither a key under which a second sending would be one,
 * nor a way to ask: what may have arrived is therefore never sent again. @see contract 3.8
 */
export async function sendByViettel(told: Told, number: string, account: ChannelAccount): Promise<Sending> {
  const settings = viettelSettings.safeParse(account.settings)
  const secrets = smsSecrets.safeParse(account.secrets)
  if (!settings.success || !secrets.success) return { outcome: 'refused', reason: 'settings' }
  const { url, cpCode, serviceId, commandCode, marks, most } = settings.data
  const text = smsText(told, { marks, most })
  const question = envelope(NAMESPACE, OPERATION, {
    User: secrets.data.user,
    Password: secrets.data.password,
    CPCode: cpCode,
    RequestID: told.id,
    UserID: number,
    ReceiverID: number,
    ServiceID: serviceId,
    CommandCode: commandCode,
    Content: text,
    ContentType: sizeOf(text).encoding === 'gsm-7' ? '0' : '1',
  })
  try {
    const answer = await callOutside(
      { name: 'sms-viettel', timeout: 15_000 },
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
        body: question,
        repeatable: false,
        faultIsAnswer: true,
      },
    )
    return sendingIn(answer.body.toString())
  } catch (error) {
    if (error instanceof Unreachable) return afterFailure(error)
    throw error
  }
}

/** `result` 1 is sent; anything else says why. What cannot be read may have been sent. */
function sendingIn(xml: string): Sending {
  try {
    const answer = readEnvelope(xml)
    if ('fault' in answer) return { outcome: 'refused', reason: 'by-operator', detail: answer.fault }
    const said = inside(inside(answer.body, `${OPERATION}Response`), 'return')
    const result = textIn(said, 'result')
    if (result === undefined) return { outcome: 'unknown', detail: 'no result' }
    return result === SENT
      ? { outcome: 'sent' }
      : { outcome: 'refused', reason: 'by-operator', detail: `${result} ${textIn(said, 'message') ?? ''}`.trim() }
  } catch {
    return { outcome: 'unknown', detail: 'unreadable answer' }
  }
}
