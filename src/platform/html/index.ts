export { accentCss, accentFrom } from './accent.ts'
export { Button, ButtonLink, Buttons } from './button.tsx'
export { Checkboxes, type Choice, Radios } from './choices.tsx'
export { DateField, type TypedDate } from './date-field.tsx'
export { renderDocument } from './document.tsx'
export { DueRing } from './due-ring.tsx'
export { ErrorPage } from './error-page.tsx'
export { ErrorSummary } from './error-summary.tsx'
export type { FieldProps } from './field.tsx'
export { LongText, MoneyField, Select, type SelectItem, TextField } from './fields.tsx'
export { FileUpload, type GivenFile } from './file-upload.tsx'
export { Form, Hidden } from './form.tsx'
export { type Frame, type FrameAgency, type MenuItem, type Preferences, useFrame } from './frame.ts'
export { Icon } from './icon.tsx'
export { ICONS, type IconName } from './icons.ts'
export {
  BackLink,
  Breadcrumb,
  type Crumb,
  Pagination,
  type Tab,
  Tabs,
  type View,
  Views,
} from './navigation.tsx'
export { ConfirmationPanel, Details, Notice, type NoticeKind } from './notice.tsx'
export { Drum, Mark, Seal } from './ornament.tsx'
export { Page, type PageProps } from './page.tsx'
export { Path, type PathStage, StepIndicator } from './path.tsx'
export { type KeyFact, KeyFacts, SearchBox, ServiceCard } from './service.tsx'
export { Source, type SummaryItem, SummaryList } from './summary-list.tsx'
export { type Column, ScrollRegion, Table } from './table.tsx'
export { Tag, type TagKind } from './tag.tsx'
export { type Task, TaskList } from './task-list.tsx'
