import { Button, Buttons, Form, Hidden, Page, type Preferences, Radios } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './preferences.vi.ts'

interface Props {
  preferences: Preferences
  /** Path on this site to go back to. */
  back: string
  t: Words<typeof vi>
}

/** Size and colours of every page, kept in this browser. R-249 */
export function PreferencesPage({ preferences, back, t }: Props) {
  const { sizes, themes } = t
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Form action="/preferences">
        <Hidden name="return" value={back} />
        <Radios
          name="size"
          label={t.size}
          value={preferences.size ?? 'normal'}
          items={(['normal', 'large', 'largest'] as const).map((value) => ({
            value,
            label: <span class={`as-${value}`}>{sizes[value]}</span>,
          }))}
        />
        <Radios
          name="theme"
          label={t.theme}
          value={preferences.theme ?? 'device'}
          items={(['device', 'light', 'dark', 'contrast'] as const).map((value) => ({
            value,
            label: themes[value].label,
            hint: themes[value].hint,
          }))}
        />
        <Buttons>
          <Button>{t.save}</Button>
          <a href={back}>{t.back}</a>
        </Buttons>
      </Form>
      <p class="small quiet">{t.motion}</p>
    </Page>
  )
}
