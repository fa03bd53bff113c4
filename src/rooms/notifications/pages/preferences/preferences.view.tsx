import { BackLink, Button, Buttons, Checkboxes, Form, Page } from '#platform/html/index.ts'
import { CHANNELS } from '../../channel.ts'
import { addressFor, chooseChannels, type Reach } from '../../reach.ts'
import type { vi } from './preferences.vi.ts'

interface Props {
  reach: Reach
  t: typeof vi
}

/** How a person wishes to be told. None ticked: only here. R-158 */
export function PreferencesPage({ reach, t }: Props) {
  const possible = CHANNELS.filter((channel) => addressFor(channel, reach) !== undefined)
  const missing = reach.offered.filter((channel) => !possible.includes(channel))
  return (
    <Page title={t.title} private before={<BackLink href="/my/messages">{t.back}</BackLink>}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Form action="/my/messages/preferences">
        {possible.length > 0 && (
          <Checkboxes
            name="channels"
            label={t.question}
            hint={t.hint}
            values={chooseChannels(reach)}
            items={possible.map((channel) => ({
              value: channel,
              label: t.channels[channel],
              hint: t.to[channel]((channel === 'email' ? reach.email : reach.phone) ?? ''),
            }))}
          />
        )}
        {missing.map((channel) => (
          <p key={channel}>{t.missing[channel]}</p>
        ))}
        {possible.length > 0 && (
          <Buttons>
            <Button>{t.save}</Button>
          </Buttons>
        )}
      </Form>
    </Page>
  )
}
