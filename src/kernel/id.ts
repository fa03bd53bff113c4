let lastTime = 0
let counter = 0

/** UUID version 7 (RFC 9562): sorts by time, monotone within one process. */
export function newId(): string {
  const time = Math.max(Date.now(), lastTime)
  counter = time === lastTime ? counter + 1 : (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) & 0x7ff
  const overflow = counter > 0xfff
  lastTime = overflow ? time + 1 : time
  if (overflow) counter = 0

  const random = crypto.getRandomValues(new Uint8Array(8))
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0')
  const tail = Array.from(random, (byte) => hex(byte, 2)).join('')
  const head = hex(lastTime, 12)
  return `${head.slice(0, 8)}-${head.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}
