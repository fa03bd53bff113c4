import { ButtonLink, Buttons, Notice, Page, SummaryList } from '#platform/html/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import type { SignatureReport, Verification } from '#rooms/signatures/index.ts'
import { maskedCode, type Result } from '../../result.ts'
import type { vi } from './verify.vi.ts'

type Words = typeof vi

/** What strangers may know of a result. R-121 */
export type PublicResult = Pick<
  Result,
  'title' | 'number' | 'issuer' | 'signerName' | 'signerPosition' | 'issuedAt' | 'dossierCode' | 'state'
>

const LOOKS = {
  valid: 'good',
  broken: 'stop',
  invalid: 'stop',
  'unknown-signer': 'stop',
  unsigned: 'wait',
  unreadable: 'wait',
} as const

/** whoever sees a simulated signature is told so, before anything else. */
export function Simulated({ t }: { t: Words }) {
  return (
    <Notice kind="wait" title={t.simulated.title}>
      {t.simulated.text}
    </Notice>
  )
}

interface UploadProps {
  verification: Verification
  /** The result whose stored file has the same bytes. */
  known: PublicResult | undefined
  t: Words
}

/** What came of an uploaded file. R-152 */
export function UploadVerdictPage({ verification, known, t }: UploadProps) {
  const { title, text } = t.verdicts[verification.verdict]
  const isReadable = verification.verdict !== 'unreadable' && verification.verdict !== 'unsigned'
  return (
    <Page title={title} path="/verify" private>
      <h1>{title}</h1>
      <div class="stack">
        <Notice kind={LOOKS[verification.verdict]} live>
          {text}
        </Notice>
        {isReadable && verification.simulated && <Simulated t={t} />}
        {known && <Notice>{t.known.sameFile(known.number)}</Notice>}
        {!known && verification.verdict === 'valid' && <Notice>{t.known.otherFile}</Notice>}
      </div>
      <Signatures signatures={verification.signatures} t={t} />
      <Again t={t} />
    </Page>
  )
}

interface KnownProps {
  result: PublicResult
  verification: Verification
  t: Words
}

/** What the code of a paper leads to. */
export function KnownResultPage({ result, verification, t }: KnownProps) {
  const isGenuine = verification.verdict === 'valid'
  const title = isGenuine ? t.known.genuine : t.known.damaged
  return (
    <Page title={title} private>
      <h1>{title}</h1>
      <div class="stack">
        <Notice kind={isGenuine ? 'good' : 'stop'}>{isGenuine ? t.known.genuineText : t.known.damagedText}</Notice>
        {verification.simulated && <Simulated t={t} />}
      </div>
      <SummaryList
        heading={t.facts.heading}
        items={[
          { label: t.facts.title, value: <span lang="vi">{result.title}</span> },
          { label: t.facts.number, value: <span lang="vi">{result.number}</span> },
          { label: t.facts.issuer, value: <span lang="vi">{result.issuer}</span> },
          { label: t.facts.signer, value: <span lang="vi">{`${result.signerName}, ${result.signerPosition}`}</span> },
          { label: t.facts.issuedAt, value: result.issuedAt ? formatDateTime(result.issuedAt) : '' },
          { label: t.facts.dossier, value: <span class="num">{maskedCode(result.dossierCode)}</span> },
          { label: t.facts.state, value: result.state === 'returned' ? t.facts.returned : t.facts.issued },
        ]}
      />
      <Signatures signatures={verification.signatures} t={t} />
      <p class="small">{t.known.privacy}</p>
      <Again t={t} />
    </Page>
  )
}

/** No paper has the code, or it is not issued: strangers see no difference. */
export function UnknownResultPage({ t }: { t: Words }) {
  return (
    <Page title={t.known.none} private>
      <h1>{t.known.none}</h1>
      <Notice kind="wait">{t.known.noneText}</Notice>
      <Again t={t} />
    </Page>
  )
}

function Again({ t }: { t: Words }) {
  return (
    <Buttons>
      <ButtonLink href="/verify" kind="two">
        {t.again}
      </ButtonLink>
    </Buttons>
  )
}

function Signatures({ signatures, t }: { signatures: readonly SignatureReport[]; t: Words }) {
  return (
    <>
      {signatures.map((signature, i) => (
        <div key={`${signature.field} ${signature.covers}`}>
          <SummaryList heading={t.signature.heading(i + 1, signatures.length)} items={rowsOf(signature, t)} />
        </div>
      ))}
    </>
  )
}

const CHANGES = new Set(['byte-range-wrong', 'document-changed', 'changed-after-signing', 'cms-unreadable'])
const CERTIFICATE = new Set([
  'signer-expired',
  'signer-not-yet-valid',
  'signer-revoked',
  'issuer-revoked',
  'signer-purpose',
])

function rowsOf(signature: SignatureReport, t: Words) {
  const s = t.signature
  const { signer, issuer, provenAt, timestampBy, problems, notices, validFrom, validUntil } = signature
  const time = provenAt ? s.proven(formatDateTime(provenAt), timestampBy?.name ?? '') : s.claimed
  const rows = [
    { label: s.signer, value: [signer?.name, signer?.title].filter(Boolean).join(', ') },
    { label: s.organisation, value: [signer?.unit, signer?.organisation].filter(Boolean).join(', ') },
    { label: s.issuer, value: [issuer?.name, issuer?.organisation].filter(Boolean).join(', ') },
    { label: s.serial, value: signature.serial ?? '' },
    { label: s.time, value: time },
    { label: s.integrity, value: problems.some((one) => CHANGES.has(one)) ? s.changed : s.whole },
    { label: s.atSigning, value: atSigning(signature, s) },
    {
      label: s.validity,
      value: validFrom && validUntil ? s.validFromTo(formatDate(validFrom), formatDate(validUntil)) : '',
    },
    { label: s.revocation, value: s[signature.revocation] },
    { label: s.form, value: `PAdES ${signature.level}` },
    { label: s.problems, value: problems.map((one) => t.problems[one]).join(' ') },
    { label: s.notices, value: notices.map((one) => t.notices[one]).join(' ') },
  ]
  return rows.filter(({ value }) => value !== '')
}

function atSigning({ problems }: SignatureReport, s: Words['signature']): string {
  if (problems.includes('signer-unknown')) return s.notJudged
  return problems.some((one) => CERTIFICATE.has(one)) ? s.notValidThen : s.validThen
}
