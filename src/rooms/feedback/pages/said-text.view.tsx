import type { Language } from '#platform/i18n/index.ts'

/** What somebody wrote, as they wrote it: text in every case, with its line ends. */
export function SaidText({ children, lang }: { children: string; lang?: Language | undefined }) {
  return (
    <p class="pre measure" lang={lang}>
      {children}
    </p>
  )
}
