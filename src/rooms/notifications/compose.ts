import { formatDateTime } from '#platform/i18n/index.ts'
import { factLines, type NoticeRequest, type NoticeText } from './notice.ts'
import { en } from './templates.en.ts'
import { vi } from './templates.vi.ts'

/** The text of a notice, plain, in the person's language. */
export function compose(request: NoticeRequest): NoticeText {
  const words = request.language === 'vi' ? vi : (en as typeof vi)
  const { subject, lead } = words.occasions[request.occasion]
  const paragraphs = [
    words.greeting,
    lead,
    (request.reasons ?? []).map((reason) => `- ${reason}`).join('\n'),
    [
      `${words.procedure}: ${request.procedure}`,
      `${words.code}: ${request.ref}`,
      ...factLines(request.facts, words.facts, formatDateTime),
    ].join('\n'),
    `${words.see}:\n${request.url}`,
    ...(request.links ?? []).map(({ says, url }) => `${says}:\n${url}`),
    words.closing,
  ]
  return { subject: subject(request), body: `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n` }
}
