import type { Language } from '#platform/i18n/index.ts'

const PATTERN: Record<Language, RegExp> = {
  vi: /^dichvucong\.[a-z0-9-]+\.(gov\.vn|localhost)$/,
  en: /^e-services\.[a-z0-9-]+\.(gov\.vn|localhost)$/,
}

export interface NamedHost {
  host: string
  language: Language
}

/** Hosts that break the pattern, those that are only for demonstrations, and languages without a host. R-021 @see Decree 42/2022, Art. 13.2 a */
export function judgeNames(hosts: readonly NamedHost[]): { wrong: string[]; local: string[]; missing: Language[] } {
  const languages: Language[] = ['vi', 'en']
  return {
    wrong: hosts.filter(({ host, language }) => !PATTERN[language].test(host)).map(({ host }) => host),
    local: hosts.filter(({ host }) => host.endsWith('.localhost')).map(({ host }) => host),
    missing: languages.filter((language) => !hosts.some((one) => one.language === language)),
  }
}
