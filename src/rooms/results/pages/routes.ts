import type { FastifyPluginAsync } from 'fastify'

export const resultRoutes: FastifyPluginAsync = async () => undefined
