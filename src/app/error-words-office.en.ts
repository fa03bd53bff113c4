import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './error-words-office.vi.ts'

export const en: Words<typeof vi> = {
  'results.signer-not-competent': {
    title: 'The approver may not sign for this unit',
    message: 'Ask the administrator to check the approver’s position and signing account.',
  },
  'results.no-such-agency': {
    title: 'No such agency',
    message: 'The result was not made. Ask the operator to check the list of agencies.',
  },
  'agencies.code-or-host-taken': {
    title: 'This code or host name is taken',
    message: 'Choose another, or open the agency that uses it.',
  },
  'agencies.no-such-unit': {
    title: 'No such unit',
    message: 'It may have been merged or dissolved. Choose again from the tree of units.',
  },
  'processing.no-such-unit': {
    title: 'No unit for the next step',
    message:
      'The tree of units lacks the one this process needs. Ask the administrator to add it, then repeat; nothing has moved.',
  },
  'processing.no-rejection-letter': {
    title: 'The service package lacks its letter of refusal',
    message: 'Ask the administrator to install a version that has one, then repeat; nothing has moved.',
  },
  'processing.step-unknown': {
    title: 'The process names a step that does not exist',
    message: 'The service package is faulty; ask the administrator to install a correct one. Nothing has moved.',
  },
  'exchange.not-connected': {
    title: 'The agency is not connected to this system',
    message: 'Set up the connection first, then try again. Nothing has been sent.',
  },
  'exchange.may-not-look': {
    title: 'You cannot open this page',
    message:
      'The ledger and the connections are for administrators and supervisors of the agency. If you need to see them, ask the administrator.',
  },
  'exchange.may-not-ask': {
    title: 'You cannot ask this registry',
    message: 'A registry is asked by the officer who examines the dossier, while it is open. Take the work first.',
  },
  'exchange.nothing-to-ask': {
    title: 'There is nothing to ask',
    message:
      'No registry is asked for this paper, or what it is asked by is not in the dossier yet. Go back to the dossier.',
  },
  'exchange.no-document-system': {
    title: 'No document system is connected',
    message: 'The draft was kept. Ask the administrator to connect the document system, then send it again.',
  },
  'exchange.no-such-message': {
    title: 'There is no such message',
    message: 'The number may be mistyped. Look in the ledger by the code of the dossier.',
  },
  'exchange.cannot-be-replayed': {
    title: 'This message cannot be sent again',
    message:
      'It was acknowledged, or is on its way, or a later message says it too. Open the message again to see why.',
  },
  'exchange.cannot-be-settled': {
    title: 'This message cannot be settled',
    message: 'It is on its way, or was acknowledged. Open the message again to see where it stands.',
  },
  'exchange.connection-off': {
    title: 'This connection is off',
    message: 'A connection that is off can be neither paused nor resumed. Ask the operator to turn it on.',
  },
  'exchange.cannot-be-compared': {
    title: 'This system cannot be compared with',
    message: 'The other side does not show what it received. The ledger has every message.',
  },
  'deadlines.may-not-keep-calendar': {
    title: 'You may not change the calendar',
    message: 'Only an administrator of the agency may. Pass the decision on to one.',
  },
  'deadlines.bad-hours': {
    title: 'These office hours are not right',
    message: 'Each session begins before it ends, sessions do not overlap, and the week has a working day.',
  },
  'deadlines.no-legal-basis': {
    title: 'The legal basis is missing',
    message: 'Give the number and day of the decision, for example “Quyết định 12/QĐ-UBND”.',
  },
  'deadlines.which-holiday': {
    title: 'Which holiday is it',
    message: 'A day off, or one in lieu, belongs to a holiday. Choose it and save again.',
  },
  'deadlines.bad-limit': {
    title: 'This time limit cannot be read',
    message: 'Write a number and a unit: 3wd (working days), 5d (days), 4h (working hours), 1mo (months).',
  },
  'deadlines.bad-extension': { title: 'This extension is not right', message: 'Give 1 to 1,000 working days.' },
  'deadlines.pause-ends-before-it-begins': {
    title: 'This pause ends before it begins',
    message: 'Check its two times.',
  },
  'deadlines.already-postponed': {
    title: 'This application has been postponed already',
    message: 'It may be postponed once only. Finish it as soon as you can, and tell the applicant.',
  },
  'deadlines.due-date-unknown': {
    title: 'This application has no due date',
    message: 'Its clock stands still or it has not been accepted, so there is nothing to postpone.',
  },
  'deadlines.too-late-to-postpone': {
    title: 'It is too late to postpone',
    message:
      'That must be done a working day before the due date. Finish as soon as you can, and apologise to the applicant.',
  },
  'procedures.not-found': {
    title: 'No such procedure',
    message: 'It may have been abolished or renumbered. Search by its name.',
  },
  'procedures.service-not-installed': {
    title: 'You cannot apply for this here yet',
    message: 'The agency has not opened this service on the portal. You can apply at the one-stop desk.',
  },
  'procedures.service-version-differs': {
    title: 'This version is installed with other content',
    message:
      'Applications may stand under it, so it is not overwritten. Raise the version of the package and install again.',
  },
  'procedures.source-missing': { title: 'No such file or folder', message: 'Check the path to the catalogue.' },
  'procedures.source-empty': {
    title: 'There are no procedures here',
    message: 'A catalog.jsonl or detail files are needed. Check the path.',
  },
  'procedures.limit-invalid': {
    title: 'This limit cannot be used',
    message: 'Send a positive whole number; the field most says the highest.',
  },
  'procedures.words-changed': {
    title: 'Somebody else has just changed this entry',
    message: 'Your change is not saved. Open the entry again, look at the latest words and go on.',
  },
  'procedures.words-not-found': {
    title: 'There is no such entry',
    message: 'The search has not been taught this. Look at the list of what it has been taught.',
  },
  'procedures.no-such-text': {
    title: 'There is no such text',
    message: 'No procedure rests on it. Search by its number on the page of legal texts.',
  },
  'procedures.plan-moved': {
    title: 'The source or the catalogue is no longer what you have read',
    message: 'Nothing is written. Run again with --dry-run, read the changes and accept the new plan.',
  },
  'procedures.no-check': {
    title: 'This service has no questions to check with',
    message: 'Read the requirements on its page, or call the one-stop desk.',
  },
  'procedures.cursor-invalid': {
    title: 'This cursor cannot be read',
    message: 'Use the cursor of the answer before as it was given, or start again from the first page.',
  },
  'funding-plans.may-not': {
    title: 'You cannot do this with the funding plan',
    message: 'Each step has its person: drafting, appraising, signing, allocating. Ask the one of this step.',
  },
  'funding-plans.own-draft': {
    title: 'Nobody appraises what they wrote',
    message: 'Ask another person who may appraise to look at this plan.',
  },
  'funding-plans.not-possible-now': {
    title: 'The plan has moved on',
    message:
      'What was submitted or signed does not change. Open the plan again to see where it stands and what can be done.',
  },
  'funding-plans.no-such-plan': {
    title: 'There is no such plan',
    message: 'The address may be mistyped, or the plan is another body’s. Look in the list of plans.',
  },
  'funding-plans.no-such-line': {
    title: 'There is no such task',
    message: 'Somebody may just have removed it. Open the plan again to see its lines.',
  },
  'funding-plans.already-there': {
    title: 'This body has a plan for this year',
    message: 'One plan for each body and year. Open the one that is there from the list.',
  },
  'funding-plans.settled': {
    title: 'The plan is settled',
    message: 'Quarter reports do not change any more. If the settlement is wrong, settle again.',
  },
  'funding-plans.nothing-to-publish': {
    title: 'There are no figures to publish yet',
    message: 'Report a quarter or settle first, then publish.',
  },
  'funding-plans.signer-not-competent': {
    title: 'The signer may not sign for this body',
    message: 'Ask the administrator of the agency to check the signer’s position and signing account.',
  },
}
