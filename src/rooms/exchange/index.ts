export { type Adapter, useAdapters } from './adapter.ts'
export { connect } from './commands/connect.ts'
export { Sender } from './commands/sender.ts'
export { nationalPortal } from './national/adapter.ts'
