import { Page } from '#platform/html/index.ts'
import { Choices, Fields, Upload } from './on-show.forms.view.tsx'
import { Icons, Navigation, PathGroup, Service, Summary, Tables, Tasks } from './on-show.lists.view.tsx'
import { ButtonsGroup, Notices, States, TextGroup } from './on-show.words.view.tsx'
import type { T } from './shown.view.tsx'

const GROUPS = [
  ['words', TextGroup],
  ['buttons', ButtonsGroup],
  ['states', States],
  ['notices', Notices],
  ['service', Service],
  ['fields', Fields],
  ['choices', Choices],
  ['upload', Upload],
  ['summary', Summary],
  ['tasks', Tasks],
  ['path', PathGroup],
  ['tables', Tables],
  ['navigation', Navigation],
  ['icons', Icons],
] as const

/** All components in their states, with a way to each group at the side. */
export function ComponentsPage({ t }: { t: T }) {
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <div class="two-col left">
        <nav class="show-nav" aria-label={t.inPage}>
          <h2>{t.inPage}</h2>
          <ul>
            {GROUPS.map(([id]) => (
              <li key={id}>
                <a href={`#${id}`}>{t.groups[id]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {GROUPS.map(([id, Group]) => (
            <section key={id} class="show-group" aria-labelledby={id}>
              <h2 id={id}>{t.groups[id]}</h2>
              <Group t={t} />
            </section>
          ))}
        </div>
      </div>
    </Page>
  )
}
