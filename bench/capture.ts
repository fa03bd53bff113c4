import pg from 'pg'

export interface Statement {
  text: string
  values: readonly unknown[]
}

/** Everything that is sent to the database while `work` runs, in order, by whatever connection. */
export async function captured(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function query(this: unknown, ...given: unknown[]) {
    const [first, second] = given
    const config = typeof first === 'object' && first !== null ? (first as { text?: string; values?: unknown[] }) : {}
    const text = typeof first === 'string' ? first : (config.text ?? '')
    const values = Array.isArray(second) ? second : (config.values ?? [])
    statements.push({ text, values })
    return original.apply(this, given)
  }
  try {
    await work()
  } finally {
    prototype.query = original
  }
  return statements
}

/** A value as it is written into a statement. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return quote(value.toISOString())
  if (Buffer.isBuffer(value)) return quote(`\\x${value.toString('hex')}`)
  if (Array.isArray(value)) return quote(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`)
  return quote(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The statement with its values in it. */
export function inlined({ text, values }: Statement): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]))
}
