import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './agency-portal.vi.ts'

/**
 * Two small forms for a frame on the agency's own portal. They open the service portal in the whole window: nothing
 * is set, read or remembered inside the frame.
 */
export function Widget({ t }: { t: Words<typeof vi> }): VNode {
  const { agency, language, assets, simulated } = useFrame()
  const name = agency.fullName[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t.widget} – ${name}`}</title>
        <link rel="stylesheet" href={assets.css} />
        <link rel="stylesheet" href={assets.accent} />
      </head>
      <body>
        <main class="wrap">
          <h1 class="h3">{t.from(name)}</h1>
          {simulated && <p class="small">{t.simulated}</p>}
          <search>
            <form action="/procedures" method="get" target="_top" class="form">
              <div class="field">
                <label for="q">{t.search}</label>
                <p class="hint" id="q-hint">
                  {t.searchHint}
                </p>
                <input type="search" id="q" name="q" maxlength={200} aria-describedby="q-hint" />
              </div>
              <button type="submit" class="btn">
                {t.searchGo}
              </button>
            </form>
          </search>
          <form action="/track" method="get" target="_top" class="form">
            <div class="field">
              <label for="code">{t.track}</label>
              <input type="text" id="code" name="code" maxlength={60} autocomplete="off" spellcheck={false} />
            </div>
            <button type="submit" class="btn">
              {t.trackGo}
            </button>
          </form>
        </main>
      </body>
    </html>
  )
}
