/** Digits and letters that are not taken for one another when read aloud: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of eight signs, from as many random bytes. */
export function resumeCode(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 8), (byte) => SIGNS[byte % SIGNS.length]).join('')
}

/** `K7QF 2M9D`, as it is shown. */
export function sayResumeCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** As people type and hear it: small letters, blanks, an O for a nought. Undefined when it is no such code. */
export function readResumeCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === 8 && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined
}
