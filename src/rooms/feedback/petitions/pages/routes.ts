import type { FastifyPluginAsync } from 'fastify'
import { deskPetitionRoutes } from './desk/desk.route.tsx'
import { petitionPaperRoutes } from './desk/papers.route.tsx'
import { explanationRoutes } from './explanations/explanations.route.tsx'
import { myPetitionRoutes } from './mine/mine.route.tsx'
import { newPetitionRoutes } from './new/new.route.tsx'
import { publishedPetitionRoutes } from './published/published.route.tsx'

/** Petitions: sending, following, the desk, explanations, what is published. */
export const petitionRoutes: FastifyPluginAsync = async (app) => {
  await app.register(publishedPetitionRoutes)
  await app.register(newPetitionRoutes)
  await app.register(myPetitionRoutes)
  await app.register(deskPetitionRoutes)
  await app.register(petitionPaperRoutes)
  await app.register(explanationRoutes)
}
