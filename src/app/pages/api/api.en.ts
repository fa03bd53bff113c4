import type { vi } from './api.vi.ts'

export const en: typeof vi = {
  title: 'Programming interface (API)',
  description: 'Open data of this portal for software: the catalogue of procedures and the state of applications.',
  home: 'Home',
  lead: 'Software of other agencies, of newspapers, of anybody may read the open data of this portal. No registration.',
  document: 'OpenAPI 3.1 document',
  rules: 'Before you use it',
  points: [
    'Answers are JSON, moments are ISO 8601, days are days in Viet Nam.',
    'What cannot be done is answered with application/problem+json. Its code stays the same across versions: rely on it.',
    'Fields may be added at any time. None that is there is taken away within v1.',
  ],
  parameters: 'Parameters',
  answers: 'Answers',
  fields: 'Fields',
  example: 'Try it',
  language: '',
}
