/** The import rule of the house. @type {import('dependency-cruiser').IConfiguration} */

// Which rooms a room may call on. A room not listed stands alone.
// Adding a line here is a design decision: say why in the commit.
const MAY_USE = {
  identity: ['agencies'],
  forms: ['agencies'],
  procedures: ['agencies', 'forms'],
  deadlines: ['agencies', 'procedures'],
  documents: ['agencies', 'identity'],
  signatures: ['identity', 'documents'],
  dossiers: ['agencies', 'identity', 'procedures', 'forms', 'documents', 'deadlines'],
  processing: ['agencies', 'identity', 'procedures', 'forms', 'documents', 'dossiers', 'deadlines', 'exchange'],
  results: ['agencies', 'identity', 'procedures', 'dossiers', 'documents', 'signatures'],
  notifications: ['identity', 'agencies'],
  exchange: ['agencies', 'identity', 'procedures', 'forms', 'documents', 'dossiers', 'results'],
  'funding-plans': ['agencies', 'identity', 'documents', 'signatures'],
  feedback: ['agencies', 'identity', 'procedures', 'dossiers', 'documents', 'deadlines'],
  reporting: ['agencies', 'identity', 'procedures', 'dossiers', 'deadlines', 'feedback'],
  conformance: [
    ...['agencies', 'identity', 'procedures', 'forms', 'documents', 'dossiers', 'signatures', 'results', 'exchange'],
    ...['reporting', 'funding-plans', 'notifications'],
  ],
}

const HAS_A_ROLE =
  '/(index|store|commands|jobs|testing|adapter|client)([.]ts$|/)|[.](route|view)[.]tsx$|/pages/|[.]test[.]tsx?$'

const rooms = require('node:fs').readdirSync('src/rooms')
const neighbours = rooms.map((room) => ({
  name: `${room}-uses-only-its-neighbours`,
  severity: 'error',
  from: { path: `^src/rooms/${room}/`, pathNot: '[.]test[.]tsx?$|/testing[.]ts$' },
  to: { path: '^src/rooms/', pathNot: `^src/rooms/(${[room, ...(MAY_USE[room] ?? [])].join('|')})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-room-cycles',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/rooms/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/(platform|rooms|app)/|^node_modules/' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(rooms|app)/' },
    },
    { name: 'rooms-know-no-app', severity: 'error', from: { path: '^src/rooms/' }, to: { path: '^src/app/' } },
    {
      name: 'enter-a-room-by-its-door',
      severity: 'error',
      from: { path: '^src/rooms/([^/]+)/', pathNot: '[.]test[.]tsx?$|/testing[.]ts$' },
      to: { path: '^src/rooms/', pathNot: '^src/rooms/$1/|^src/rooms/[^/]+/index[.]ts$' },
    },
    {
      name: 'app-enters-by-the-door',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '[.]test[.]tsx?$|/testing/' },
      to: { path: '^src/rooms/', pathNot: '^src/rooms/[^/]+/index[.]ts$' },
    },
    {
      name: 'domain-is-pure', // it knows the kernel, its own kind, and the types of other rooms
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: HAS_A_ROLE },
      to: {
        path: '^src/platform/(?!rules/|i18n/)|^node_modules/(?!zod|preact)|^src/rooms/[^/]+/(index|store|commands|jobs)([.]ts$|/)|[.](route|view)[.]tsx$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^src/rooms/', pathNot: HAS_A_ROLE },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'views-do-not-fetch',
      severity: 'error',
      from: { path: '[.]view[.]tsx$' },
      to: { path: '/(store|commands|jobs)([.]ts$|/)|^src/platform/(db|jobs)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: {
        path: '^src/rooms/',
        pathNot: '/(store|commands|jobs|testing)([.]ts$|/)|[.]route[.]tsx$|[.]test[.]tsx?$',
      },
      to: { path: '^src/platform/db/|^node_modules/kysely', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { pathNot: '[.]test[.]tsx?$|/testing[.]ts$|/testing/' },
      to: { path: '[.]test[.]tsx?$|/testing[.]ts$|^src/app/testing/' },
    },
    {
      name: 'the-sandbox-is-outside',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: '[.]test[.]ts$' },
      to: { path: '^src/' },
    },
    { name: 'nobody-builds-on-the-sandbox', severity: 'error', from: { path: '^src/' }, to: { path: '^sandbox/' } },
    ...neighbours,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
