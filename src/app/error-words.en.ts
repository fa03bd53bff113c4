import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './error-words.vi.ts'
import { en as feedback } from './error-words-feedback.en.ts'
import { en as figures } from './error-words-figures.en.ts'
import { en as office } from './error-words-office.en.ts'

export const en: Words<typeof vi> = {
  ...office,
  ...figures,
  ...feedback,
  'http.officers-only': {
    title: 'This page is for officers',
    message: 'You are signed in as a citizen. Officers sign in on their own page.',
  },
  'http.citizens-only': {
    title: 'This page is for citizens',
    message: 'You are signed in as an officer. Sign out, then sign in with VNeID.',
  },
  'http.foreign-form': {
    title: 'This was sent from another site',
    message:
      'To keep you safe we only take what is sent from this portal itself. Open the page here and send it again.',
  },
  'identity.sign-in-first': { title: 'Sign in first', message: 'Sign in, then do this again. Nothing has changed.' },
  'identity.role-missing': {
    title: 'Your role does not allow this',
    message: 'Ask the person in charge of your unit to do it, or an administrator to give you the role.',
  },
  'identity.provider-busy': {
    title: 'We could not sign you in',
    message: 'The account service is busy; try again in 5 minutes. Nothing is lost.',
  },
  'identity.cancelled': {
    title: 'You have not signed in',
    message: 'You cancelled on the sign-in page. Sign in again to go on.',
  },
  'identity.answer-refused': {
    title: 'We could not sign you in',
    message:
      'We could not confirm the answer of the account service, so we did not use it. Sign in again from the start.',
  },
  'identity.stale-attempt': {
    title: 'This sign-in has expired',
    message: 'More than 10 minutes passed, or you began in another browser. Sign in again from the start.',
  },
  'identity.claims-incomplete': {
    title: 'We could not sign you in',
    message: 'The account service did not tell us enough about you. Ask whoever issued your account to check it.',
  },
  'identity.no-provider': {
    title: 'We could not sign you in',
    message: 'This portal is not connected to the account service yet. You can apply at the one-stop desk.',
  },
  'identity.not-an-officer-here': {
    title: 'This account does not belong to this agency',
    message: 'Only officers appointed at this agency can sign in here. Ask its administrator to open an account.',
  },
  'identity.officer-disabled': {
    title: 'This account is locked',
    message: 'An account unused for 45 days is locked. Ask the administrator of your agency to open it again.',
  },
  'identity.no-such-person': {
    title: 'No such person',
    message: 'This person has no account on this portal. Check the address you opened.',
  },
  'identity.no-such-officer': {
    title: 'No such officer',
    message: 'The agency has no such officer. Choose another from the list of the unit.',
  },
  'documents.infected': {
    title: 'This file has malware',
    message: 'We keep it locked away and nobody can open it. Ask for another copy.',
  },
  'documents.not-scanned-yet': { title: 'This file has not been scanned yet', message: 'Try again in a few minutes.' },
  'forms.draft-changed': {
    title: 'This draft was just changed elsewhere',
    message: 'You may have it open in two windows. Reload the page to see the newest answers, then go on.',
  },
  'forms.draft-submitted': {
    title: 'This application has been sent',
    message: 'It is sent once only. Open “My applications” to see it.',
  },
  'forms.no-such-draft': {
    title: 'There is no such application at your desk',
    message: 'It is at another desk, or the person took it home. The counter page lists what your desk is filling in.',
  },
  'dossiers.not-at-desks': {
    title: 'This service is not taken in at the counter',
    message:
      'The agency does not offer it at its desks, or it is for organisations only. The service’s page says where to apply.',
  },
  'dossiers.begun-elsewhere': {
    title: 'This person has begun this form elsewhere',
    message: 'Ask whether this desk is to go on with it. If so, tick that box, then do this again.',
  },
  'dossiers.filed-elsewhere': {
    title: 'The person has just sent this online',
    message:
      'An application is filed once, so the counter files nothing. Receive it from the queue, under waiting to be received.',
  },
  'dossiers.no-such-dossier': {
    title: 'We cannot find this application',
    message: 'The code may be mistyped, or the application is not yours or your unit’s. Check the code on the receipt.',
  },
  'dossiers.no-such-slip': {
    title: 'This application has no such slip',
    message: 'Open the application again to see the slips it has.',
  },
  'dossiers.no-such-document': {
    title: 'We cannot find this paper',
    message: 'It does not belong to this application, or is not yours. Upload it again and send.',
  },
  'dossiers.not-possible-now': {
    title: 'This cannot be done now',
    message: (state) => `The application is now “${state}”. Open it again to see what can be done.`,
  },
  'dossiers.changed-meanwhile': {
    title: 'Somebody else has just changed this application',
    message: 'Your act was not saved. Open the application again, see what changed, and repeat it.',
  },
  'dossiers.not-your-desk': {
    title: 'This application is not for your desk',
    message: 'Send the person and the application to the receiving unit or to the service centre.',
  },
  'dossiers.assurance-too-low': {
    title: 'Your account is not verified enough',
    message:
      'This service needs an identity account of level 2. The commune police raise it free of charge; then sign in again.',
  },
  'dossiers.incomplete': {
    title: 'Some answers are missing',
    message: 'Go back to the form and fill in what is marked. What you typed is kept.',
  },
  'dossiers.infected-document': {
    title: 'An attached file has malware',
    message: 'The application was not sent. Remove that file, upload another copy and send again.',
  },
  'dossiers.refusal-needs-reason-and-basis': {
    title: 'The reason or the legal basis is missing',
    message: 'Turning an application away needs a reason and the article it rests on. Write both and try again.',
  },
  'dossiers.supplement-needs-items': {
    title: 'Nothing to supply was named',
    message: 'Name at least one thing that is missing, in words the applicant understands.',
  },
  'dossiers.item-not-answered': {
    title: 'Something asked for is still missing',
    message: 'Each thing asked for needs an answer or a file. Complete them and send.',
  },
  'dossiers.no-open-request': {
    title: 'Nothing is being asked for now',
    message: 'You may have sent it already. Open the application again to see.',
  },
  'dossiers.second-request-needs-supervisor': {
    title: 'A supplement is asked for once only',
    message: 'This application has had one request. A second must come from the unit’s supervisor, with a reason.',
  },
  'dossiers.second-request-needs-reason': {
    title: 'A second request needs a reason',
    message: 'Say why it could not be asked for the first time, and send again.',
  },
  'dossiers.already-paused': {
    title: 'The clock stands still already',
    message: 'Open the application again to see since when and why.',
  },
  'dossiers.not-paused': {
    title: 'The clock is not standing still',
    message: 'It is running, so there is nothing to resume. Open the application again to see.',
  },
  'processing.held-by-another': {
    title: 'A colleague holds this work',
    message: 'Nothing is lost. Open the application again to see who; that person or a manager can pass it to you.',
  },
  'processing.not-claimed': {
    title: 'You have not taken this work',
    message: 'Open the application again and press “Take this work” first.',
  },
  'processing.step-already-left': {
    title: 'This step has been done',
    message: 'You may have clicked twice, or a colleague was faster. Open the application again to see where it is.',
  },
  'processing.waits-for-the-person': {
    title: 'This application waits for the applicant',
    message: 'Once they have sent everything, it comes back to your queue.',
  },
  'processing.action-not-offered': {
    title: 'This step does not offer that',
    message: 'Open the application again to see what can be done now.',
  },
  'processing.no-such-work': {
    title: 'We cannot find this work',
    message: 'It belongs to another unit or role. Go to your queue to see your own.',
  },
  'processing.not-started': {
    title: 'Work on this application has not begun',
    message: 'It has just been accepted; try again in a minute.',
  },
  'results.none': {
    title: 'This application has no result yet',
    message: 'Open the application again to see where it stands.',
  },
  'results.not-issued': {
    title: 'The result has not been signed',
    message: 'It can be handed over only once it is signed. Open the application again to see whom it waits for.',
  },
}
