import type { Channel, ChannelName } from '../channel.ts'
import { email } from './email/adapter.ts'
import { sms } from './sms/adapter.ts'
import { zalo } from './zalo/adapter.ts'

export const channels: Record<ChannelName, Channel> = { email, sms, zalo }
