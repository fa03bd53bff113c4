import { z } from 'zod'

/** The account an operator gave the agency. */
export const smsSecrets = z.object({ user: z.string(), password: z.string() })
