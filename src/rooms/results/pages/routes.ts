import type { FastifyPluginAsync } from 'fastify'
import { fileRoutes } from './file/file.route.tsx'
import { verifyRoutes } from './verify/verify.route.tsx'

export const resultRoutes: FastifyPluginAsync = async (app) => {
  await app.register(verifyRoutes)
  await app.register(fileRoutes)
}
