import { createTransport, type Transporter } from 'nodemailer'
import { config } from '#platform/config/index.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  /** Stable id of the message: a second sending of the same notice can be recognised by the receiver. */
  messageId: string
}

let transport: Transporter | undefined

/** True when a mail server is configured. */
export function canMail(): boolean {
  return config.SMTP_URL !== undefined
}

/** Hands the message to the mail server. Throws when the server does not take it: the caller's job tries again. */
export async function sendMail({ to, subject, text, messageId }: Mail): Promise<void> {
  if (!config.SMTP_URL) throw new Error('no mail server is configured (SMTP_URL)')
  transport ??= createTransport({ url: config.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 })
  await transport.sendMail({ from: config.MAIL_FROM, to, subject, text, messageId: `<${messageId}@motcua>` })
}
