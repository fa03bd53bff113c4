import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './accessibility.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  title: 'Accessibility',
  description: 'These pages work by keyboard, screen reader and small phone; what falls short, and whom to call.',
  lead: 'Everybody must be able to get things done here: with poor sight, unsteady hands, an old phone, a slow network, or little practice in reading small print.',
  sections: [
    {
      id: 'can-do',
      title: 'You can',
      paragraphs: [],
      points: [
        'zoom to 200% or choose larger text without sideways scrolling, even on a phone 320 pixels wide',
        'do everything by keyboard alone; where you are always has a gold ground or a gold ring',
        'hear every page with a screen reader; every field has a name, and errors are read as soon as the page opens',
        'switch JavaScript off: no page needs it to send or track an application',
        'choose dark or high-contrast colours; nothing is said by colour alone',
      ],
    },
    {
      id: 'standard',
      title: 'The standard we follow',
      paragraphs: [
        'We follow WCAG 2.2 at level AA, Circular 32/2017/TT-BTTTT (Article 18) and Circular 26/2020/TT-BTTTT. Whenever the software changes, every component is checked automatically at 320, 768 and 1,280 pixels, in light, dark and high contrast.',
      ],
    },
    {
      id: 'gaps',
      title: 'What falls short',
      paragraphs: ['So that you lose no time, these are the gaps we know of:'],
      points: [
        'There has been no formal trial yet with blind, elderly and minority-language users.',
        'Photographs of papers sent by applicants have no descriptions; an officer can read them to you on the phone.',
        'There is no version in minority languages or in sign language yet.',
      ],
    },
    {
      id: 'other-ways',
      title: 'Other ways, the same time limit',
      paragraphs: [
        'You can apply at the counter, by post or through a relative. Every way stands in the same queue and has the same time limit.',
      ],
    },
  ],
  tell: 'Is something hard to use?',
  tellText:
    'Tell us which page, what you were trying to do and on which device. Every report is recorded and mended in the shared software.',
  preferences: 'Change text size and colours',
}
