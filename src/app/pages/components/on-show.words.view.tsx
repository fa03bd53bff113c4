import {
  Button,
  ButtonLink,
  Buttons,
  ConfirmationPanel,
  Details,
  DueRing,
  Notice,
  Tag,
  type TagKind,
} from '#platform/html/index.ts'
import { Shown, type T } from './shown.view.tsx'

export function TextGroup({ t }: { t: T }) {
  return (
    <div class="flow">
      <h3>{t.text.heading}</h3>
      <p class="lead">{t.text.lead}</p>
      <p class="measure">
        {t.text.body} <a href="#words">{t.text.link}</a>.
      </p>
      <ul>
        {t.text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p class="small quiet">{t.text.small}</p>
      <p class="num">
        <b>
          111.111
          <br />
          1.908.470
        </b>
      </p>
      <Details summary={t.text.more}>
        <p>{t.text.moreText}</p>
      </Details>
    </div>
  )
}

export function ButtonsGroup({ t }: { t: T }) {
  const { button } = t
  return (
    <>
      <Shown>
        <Buttons>
          <Button type="button">{button.main}</Button>
          <Button type="button" kind="two" icon="print">
            {button.two}
          </Button>
          <Button type="button" kind="stop">
            {button.stop}
          </Button>
          <Button type="button" kind="link">
            {button.link}
          </Button>
        </Buttons>
      </Shown>
      <Shown>
        <Buttons>
          <ButtonLink href="#buttons">{button.go}</ButtonLink>
          <Button type="button" kind="two" small>
            {button.small}
          </Button>
        </Buttons>
      </Shown>
    </>
  )
}

export function States({ t }: { t: T }) {
  const kinds = Object.keys(t.tags) as TagKind[]
  return (
    <>
      <p class="btns">
        {kinds.map((kind) => (
          <Tag key={kind} kind={kind}>
            {t.tags[kind]}
          </Tag>
        ))}
      </p>
      <Shown>
        <div class="btns">
          <div class="clock">
            <DueRing used={1.6} total={3} />
            <b>{t.ring}</b>
          </div>
          <div class="clock">
            <DueRing used={4} total={3} />
            <b>{t.ringLate}</b>
          </div>
        </div>
      </Shown>
    </>
  )
}

export function Notices({ t }: { t: T }) {
  return (
    <div class="stack">
      {(['info', 'good', 'wait', 'stop'] as const).map((kind) => (
        <Notice key={kind} kind={kind} title={t.notice[kind].title}>
          {t.notice[kind].text}
        </Notice>
      ))}
      <Notice kind="good">{t.notice.plain}</Notice>
      <ConfirmationPanel level={3} title={t.seal.title} codeLabel={t.seal.label} code="TN-261123-004217">
        <p>{t.seal.when}</p>
      </ConfirmationPanel>
    </div>
  )
}
