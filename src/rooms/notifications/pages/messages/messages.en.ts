import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './messages.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Messages',
  lead: 'What we have told you, newest first.',
  saved: 'Saved. From now on we tell you this way.',
  preferences: 'Choose how you are told',
  empty:
    'No messages yet. When something changes in an application, a message appears here and is sent the way you choose.',
  here: 'Here since',
  channels: { email: 'E-mail', sms: 'Text message', zalo: 'Zalo' },
  sent: (at: string) => `sent at ${at}`,
  waiting: (at: string) => `will be sent at ${at}`,
  triedAgain: (at: string) => `not sent yet, tried again at ${at}`,
  sending: 'being sent',
  unknown: 'may have arrived; the sender gave no answer, so we do not send it again',
  refused: {
    address: 'could not be sent: the address or number takes no messages',
    'no-account': 'could not be sent: this number takes no messages by Zalo',
    'by-operator': 'could not be sent: the sender refused it',
    'no-template': 'could not be sent: the agency has registered no text for this',
    settings: 'could not be sent: this channel of the agency has a fault',
    reauthorise: 'could not be sent: this channel of the agency has a fault',
    'not-reached': 'could not be sent: the sender gave no answer after many tries',
    'channel-off': 'not sent: the agency has closed this channel',
  },
}
