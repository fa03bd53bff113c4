/** What a room's `jobs.ts` exports. A handler may run twice: it checks whether its work is already done. */
// biome-ignore lint/suspicious/noExplicitAny: the payload is what the same room enqueued
export type Jobs = Record<string, (payload: any) => Promise<void>>
