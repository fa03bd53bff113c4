import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './check.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Check, sign and receive',
  step: (number) => `Step ${number} of ${number}`,
  kept: 'Your earlier session ended, so nothing was received. What was filled in is kept: look it over, then receive it.',
  whatFollows: 'Who decides, when and how much',
  competent: 'Decided by',
  limit: 'Time limit',
  due: 'Due, if received now',
  delivery: 'How they get the result',
  sign: {
    title: 'The applicant reads and signs',
    text: 'Print the declaration for the applicant to read and sign. Read it out to whoever cannot read it.',
    print: 'Print the declaration',
    howTo: 'Press Ctrl+P (or Share → Print) to print this declaration, then have the applicant read and sign it.',
    code: (code) =>
      `The code on the printed declaration must be ${code}. When an answer changes so does the code: print and sign again.`,
  },
  scans: {
    title: 'Scans',
    label: 'Scans or photos of the papers that were brought',
    hint: 'The signed declaration, and papers without a place of their own in the form. The files are the applicant’s, to be used again.',
    add: 'Upload',
  },
  receive: {
    title: 'Papers received and seen',
    papers: 'Papers the applicant brought',
    hint: 'Originals that are only compared are given back at once, and ticked here all the same. They are listed on the receipt.',
    signed: 'The applicant’s signature',
    isSigned: (code) => `The applicant has read, agreed to and signed the declaration ${code}`,
    sameDay:
      'Settled the same day: no receipt need be given unless the applicant asks. The register has it all the same.',
    confirm: 'File and receive',
    after: 'One press: the application is filed, has its code and due date, and time begins to count.',
  },
  errors: {
    signed: 'Tick this once the applicant has signed the declaration.',
    changed:
      'The form was changed after this page was opened. This is the newest: compare the code, print and sign again if it differs.',
    tooMany: (name, most) => `${most} scans at most, so “${name}” was not added. Remove a file, then upload again.`,
    noFile: 'Choose a file, then upload it.',
  },
}
