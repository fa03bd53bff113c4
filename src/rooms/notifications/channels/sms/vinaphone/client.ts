import { z } from 'zod'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import type { ChannelAccount, Sending, Told } from '../../../channel.ts'
import { afterFailure, readObject } from '../../answer.ts'
import { shortFactNames } from '../../short.ts'
import { fillTemplate } from '../../template.ts'
import { smsSecrets } from '../secrets.ts'
import { withoutMarks } from '../text.ts'

const SENT = '0'
/** Plain letters. */
const PLAIN = '0'

export const vinaphoneSettings = z.object({
  url: z.url(),
  /** The registered brand name. */
  labelId: z.string(),
  contractTypeId: z.string(),
  contractId: z.string(),
  agentId: z.string(),
  username: z.string(),
  /** Registered texts; `params` says by number what stands in `{1}`, `{2}` … */
  templates: z.record(z.string(), z.object({ id: z.string(), params: z.record(z.string(), z.enum(shortFactNames)) })),
})

/**
 * One message through VinaPhone's brand name: a registered text and what stands in its places. REQID is our own number,
 * but the contract does not say that a second request under it is the same one, and nobody can be asked: what may have
 * arrived is never sent again. @see contract 3.8
 */
export async function sendByVinaphone(told: Told, number: string, account: ChannelAccount): Promise<Sending> {
  const settings = vinaphoneSettings.safeParse(account.settings)
  const secrets = smsSecrets.safeParse(account.secrets)
  if (!settings.success || !secrets.success) return { outcome: 'refused', reason: 'settings' }
  const { url, templates, ...codes } = settings.data
  const filled = fillTemplate(templates, told)
  if (!filled) return { outcome: 'refused', reason: 'no-template' }
  const request = {
    name: 'send_sms_list',
    REQID: told.id,
    LABELID: codes.labelId,
    CONTRACTTYPEID: codes.contractTypeId,
    CONTRACTID: codes.contractId,
    TEMPLATEID: filled.id,
    PARAMS: Object.entries(filled.values).map(([place, value]) => ({ NUM: place, CONTENT: withoutMarks(value) })),
    SCHEDULETIME: '',
    MOBILELIST: number,
    ISTELCOSUB: '0',
    AGENTID: codes.agentId,
    APIUSER: secrets.data.user,
    APIPASS: secrets.data.password,
    USERNAME: codes.username,
    DATACODING: PLAIN,
  }
  try {
    const answer = await callOutside(
      { name: 'sms-vinaphone', timeout: 15_000 },
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ RQST: request }),
        repeatable: false,
      },
    )
    return sendingIn(answer.body.toString())
  } catch (error) {
    if (error instanceof Unreachable) return afterFailure(error)
    throw error
  }
}

function sendingIn(text: string): Sending {
  const reply = readObject(text)?.RPLY as { ERROR?: unknown; ERROR_DESC?: unknown } | undefined
  if (reply?.ERROR === undefined) return { outcome: 'unknown', detail: 'unreadable answer' }
  const code = String(reply.ERROR)
  return code === SENT
    ? { outcome: 'sent' }
    : { outcome: 'refused', reason: 'by-operator', detail: `${code} ${String(reply.ERROR_DESC ?? '')}`.trim() }
}
