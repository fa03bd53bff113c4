import { Breadcrumb, Details, Page, useFrame } from '#platform/html/index.ts'
import type { ApiDocument, ApiOperation } from '#platform/http/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './api.vi.ts'

interface Props {
  t: Words<typeof vi>
  document: ApiDocument
}

/** The OpenAPI document, to be read by people. R-192 */
export function ApiPage({ t, document }: Props) {
  const before = <Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title }]} />
  return (
    <Page title={t.title} description={t.description} before={before}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>
        <a href="/api/openapi.json">{t.document}</a>
      </p>
      <h2>{t.rules}</h2>
      <ul>
        {t.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        {t.language && <li>{t.language}</li>}
      </ul>
      <div lang="en">
        {Object.entries(document.paths).flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, operation]) => (
            <Operation key={`${method} ${path}`} t={t} at={{ method, path }} operation={operation} />
          )),
        )}
      </div>
    </Page>
  )
}

interface OperationProps {
  t: Words<typeof vi>
  at: { method: string; path: string }
  operation: ApiOperation
}

function Operation({ t, at, operation }: OperationProps) {
  const { origin, language } = useFrame()
  const { parameters = [] } = operation
  return (
    <section>
      <h2>
        <code>
          {at.method.toUpperCase()} {at.path}
        </code>
      </h2>
      <p>
        <b>{operation.summary}.</b> {operation.description}
      </p>
      {parameters.length > 0 && (
        <>
          <h3 lang={language}>{t.parameters}</h3>
          <dl>
            {parameters.map(({ name, description }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 lang={language}>{t.answers}</h3>
      <dl>
        {Object.entries(operation.responses).map(([status, { description, content }]) => (
          <div key={status}>
            <dt>
              <code>{status}</code>
            </dt>
            <dd>
              {description}
              {Object.values(content ?? {}).map(({ schema }) => (
                <Details key={status} summary={<span lang={language}>{t.fields}</span>}>
                  <pre>
                    <code>{JSON.stringify(schema, null, 2)}</code>
                  </pre>
                </Details>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {at.method === 'get' && !at.path.includes('{') && (
        <p lang={language}>
          {t.example}: <a href={at.path}>{`${origin}${at.path}`}</a>
        </p>
      )}
    </section>
  )
}
