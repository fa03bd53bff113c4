import type { Clause } from './clause.ts'
import { CIRCULAR_11 } from './law/circular-11.ts'
import { DECREE_42 } from './law/decree-42.ts'
import { DECREE_224 } from './law/decree-224.ts'

/** Everything this room answers for: the law in force first, then what it replaced. */
export const CLAUSES: readonly Clause[] = [...DECREE_224, ...CIRCULAR_11, ...DECREE_42]
