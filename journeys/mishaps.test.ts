import { outsideWorldStory } from './stories/outside-world.ts'
import { repairsStory } from './stories/repairs.ts'
import { voicesStory } from './stories/voices.ts'
import { tell } from './tell.ts'

tell('mishaps', [repairsStory, voicesStory, outsideWorldStory])
