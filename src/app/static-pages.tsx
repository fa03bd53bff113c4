import type { FastifyPluginAsync } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { en as aboutEn } from './pages/about/about.en.ts'
import { vi as aboutVi } from './pages/about/about.vi.ts'
import { AboutPage } from './pages/about/about.view.tsx'
import { en as accessibilityEn } from './pages/accessibility/accessibility.en.ts'
import { vi as accessibilityVi } from './pages/accessibility/accessibility.vi.ts'
import { AccessibilityPage } from './pages/accessibility/accessibility.view.tsx'
import { apiRoutes } from './pages/api/api.route.tsx'
import { componentRoutes } from './pages/components/components.route.tsx'
import { en as helpEn } from './pages/help/help.en.ts'
import { vi as helpVi } from './pages/help/help.vi.ts'
import { HelpPage } from './pages/help/help.view.tsx'
import { preferencesRoutes } from './pages/preferences/preferences.route.tsx'
import { en as privacyEn } from './pages/privacy/privacy.en.ts'
import { vi as privacyVi } from './pages/privacy/privacy.vi.ts'
import { PrivacyPage } from './pages/privacy/privacy.view.tsx'

const PUBLIC = { config: { may: 'public' } } as const

/** Pages about the portal itself, the person's preferences, and the components on show. */
export const staticPageRoutes: FastifyPluginAsync = async (app) => {
  app.get('/about', PUBLIC, async (request, reply) =>
    reply.page(<AboutPage t={wordsFor(request, { vi: aboutVi, en: aboutEn })} />),
  )
  app.get('/accessibility', PUBLIC, async (request, reply) =>
    reply.page(<AccessibilityPage t={wordsFor(request, { vi: accessibilityVi, en: accessibilityEn })} />),
  )
  app.get('/privacy', PUBLIC, async (request, reply) =>
    reply.page(<PrivacyPage t={wordsFor(request, { vi: privacyVi, en: privacyEn })} />),
  )
  app.get('/help', PUBLIC, async (request, reply) =>
    reply.page(<HelpPage t={wordsFor(request, { vi: helpVi, en: helpEn })} />),
  )
  await app.register(preferencesRoutes)
  await app.register(componentRoutes)
  await app.register(apiRoutes)
}
