export { notify } from './commands.ts'
export { notificationJobs } from './jobs.ts'
export type { NoticeRequest, Occasion, SixFacts } from './notice.ts'
export { messageRoutes } from './pages/messages/messages.route.tsx'
