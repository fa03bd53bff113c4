export { listPublished as listPublishedPlans } from './commands/look.ts'
export { fundingPlanReactions } from './commands/sign.ts'
export { FUNDING_CRONTAB, jobs as fundingPlanJobs } from './jobs.ts'
export { fundingPlanRoutes } from './pages/routes.ts'
