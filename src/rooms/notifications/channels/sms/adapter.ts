import type { Channel, ChannelAccount, Sending, Told } from '../../channel.ts'
import { sendByViettel } from './viettel/client.ts'
import { sendByVinaphone } from './vinaphone/client.ts'

const OPERATORS: Record<string, (told: Told, number: string, account: ChannelAccount) => Promise<Sending>> = {
  viettel: sendByViettel,
  vinaphone: sendByVinaphone,
}

/** Text messages through the operator the agency has a contract with. */
export const sms: Channel = {
  name: 'sms',
  repeatable: false,
  async send(told, address, account): Promise<Sending> {
    const send = OPERATORS[account.operator]
    return send ? send(told, address, account) : { outcome: 'refused', reason: 'settings' }
  },
}
