import type { ComponentChildren } from 'preact'

/** `H99.12-261119-0007`, `TN-261123-004217` */
const CODE = /([A-Z]{1,3}[\d.]*-\d{6}-\d{4,8})/

/** A sentence in which no code is broken at its hyphens. */
export function wholeCodes(sentence: string): ComponentChildren {
  return sentence.split(CODE).map((part) => (CODE.test(part) ? <span class="nb num">{part}</span> : part))
}
