import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './templates.vi.ts'

export const en: Words<typeof vi> = {
  greeting: 'Hello,',
  procedure: 'Service',
  code: 'Application code',
  see: 'See your application (sign-in needed)',
  closing:
    'This message was sent by the system. Please do not reply; to ask something, call the number at the foot of the portal.',
  facts: {
    agency: 'Agency in charge',
    receivingOfficer: 'Received by',
    handlingOfficer: 'Being handled by',
    receivedAt: 'Received at',
    processingTime: 'Processing time',
    returnAt: 'Result promised for',
  },
  occasions: {
    submitted: {
      subject: ({ ref }) => `Application ${ref} sent`,
      lead: 'We have your application. An officer will look at it and write to you within 8 working hours.',
    },
    received: {
      subject: ({ ref }) => `Application ${ref} accepted`,
      lead: 'Your application is complete and has been accepted. You need do nothing more.',
    },
    'supplement-requested': {
      subject: ({ ref }) => `Application ${ref} needs something from you`,
      lead: 'The points below are missing. Add them all at once; the time limit stands still until you do.',
    },
    supplied: {
      subject: ({ ref }) => `What you added to application ${ref} has arrived`,
      lead: 'We have what you added. You need do nothing more.',
    },
    refused: {
      subject: ({ ref }) => `Application ${ref} not accepted`,
      lead: 'We cannot accept this application, because:',
    },
    'due-moved': {
      subject: ({ ref }) => `New due date for application ${ref}`,
      lead: 'The working calendar of the agency has changed, so the result is promised for a later day, given below. We are sorry. You need do nothing.',
    },
    withdrawn: {
      subject: ({ ref }) => `Application ${ref} withdrawn`,
      lead: 'Your application was withdrawn as you asked. To try again, send a new one.',
    },
    'result-ready': {
      subject: ({ ref }) => `The result of application ${ref} is ready`,
      lead: 'There is a result. The electronic copy with its digital signature is waiting for you on the portal.',
    },
    returned: {
      subject: ({ ref }) => `The result of application ${ref} was handed over`,
      lead: 'The result was handed over. Thank you for using the public-service portal.',
    },
    posted: {
      subject: ({ ref }) => `The result of application ${ref} is on its way to you`,
      lead: 'The postman has fetched the paper result and will call you when it is brought. Tracking number:',
    },
    'post-returned': {
      subject: ({ ref }) => `The result of application ${ref} could not be delivered`,
      lead: 'The paper result is back at the agency. We will call you to send it again; you can also fetch it at the counter.',
    },
    reminder: {
      subject: ({ procedure }) => `A reminder: ${procedure}`,
      lead: 'You have switched reminders on, so here is one:',
    },
  },
}
