import type { Channel, ChannelAccount, Sending } from '../../channel.ts'
import { accessTo } from '../../commands/zalo-tokens.ts'
import { sendByZalo } from './client.ts'

const ATTEMPTS = 2

/** Notices of the agency's official account, for people who asked for them. */
export const zalo: Channel = {
  name: 'zalo',
  repeatable: false,
  async send(told, address, account: ChannelAccount): Promise<Sending> {
    let ended: string | undefined
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const access = await accessTo(account, ended)
      if ('refused' in access) return access.refused
      const sending = await sendByZalo(told, address, { account, accessToken: access.token })
      if (sending !== 'token-ended') return sending
      ended = access.token
    }
    return { outcome: 'not-reached', detail: 'the access token ends at once' }
  },
}
