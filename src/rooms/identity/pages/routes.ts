import type { FastifyPluginAsync } from 'fastify'
import { deskSignInRoutes } from './desk-sign-in/desk-sign-in.route.tsx'
import { secondFactorRoutes } from './second-factor/second-factor.route.tsx'
import { sessionRoutes } from './sessions/sessions.route.tsx'
import { signInRoutes } from './sign-in/sign-in.route.tsx'

/** Every page of this room. */
export const identityRoutes: FastifyPluginAsync = async (app) => {
  await app.register(signInRoutes)
  await app.register(deskSignInRoutes)
  await app.register(secondFactorRoutes)
  await app.register(sessionRoutes)
}
