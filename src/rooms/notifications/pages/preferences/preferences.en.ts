import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './preferences.vi.ts'

export const en: Words<typeof vi> = {
  title: 'How you are told',
  back: 'Messages',
  lead: 'Messages are always on the portal. Besides, we tell you the way you choose below.',
  question: 'How do you want to be told?',
  hint: 'Choose one or several, or none to see messages on the portal only. When the way you chose fails, we try e-mail or a text message.',
  channels: { email: 'E-mail', sms: 'Text message (SMS)', zalo: 'Zalo' },
  to: {
    email: (address: string) => `To ${address}. With everything, and who handles it.`,
    sms: (number: string) =>
      `To ${number}. Only the application code, its state and the name of the portal; never your name.`,
    zalo: (number: string) =>
      `To the Zalo account of ${number}. Zalo learns the number, the code and the state; not your name from us.`,
  },
  missing: {
    email: 'We cannot tell you by e-mail: your VNeID account has no e-mail address.',
    sms: 'We cannot tell you by text message: your VNeID account has no mobile number.',
    zalo: 'We cannot tell you by Zalo: your VNeID account has no mobile number.',
  },
  save: 'Save',
}
