import { citizenAndOfficerStory } from './stories/citizen-and-officer.ts'
import { inEnglishStory } from './stories/in-english.ts'
import { visitorStory } from './stories/visitor.ts'
import { tell } from './tell.ts'

tell('journeys', [visitorStory, citizenAndOfficerStory, inEnglishStory])
