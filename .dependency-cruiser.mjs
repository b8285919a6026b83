/**
 * Who may import whom: app → features → platform | ui → kernel (docs/architecture.md).
 *
 * A feature's `server/` imports another feature's `server/` only if the pair stands here.
 */
const SERVER_PAIRS = [
  { from: 'imports', to: 'clients', because: 'it reads rows by the catalogue of fields' },
  { from: 'imports', to: 'change-sets', because: 'an import is a change set' },
  {
    from: 'change-sets',
    to: 'clients',
    because: 'it reads and writes what the catalogue of fields says of clients',
  },
  { from: 'saved-filters', to: 'clients', because: 'a filter is checked against the fields of clients' },
  {
    from: 'labels',
    to: 'change-sets',
    because: 'what becomes of a label is a change set, with the clients it is on',
  },
  {
    from: 'custom-fields',
    to: 'change-sets',
    because: 'what becomes of a field is a change set, with the values that clients have in it',
  },
  { from: 'custom-fields', to: 'clients', because: 'its values are those of clients' },
  { from: 'firm', to: 'change-sets', because: 'what changes in the settings is kept in the history' },
  {
    from: 'collaborators',
    to: 'change-sets',
    because: 'a change of settings is a change set, with the clients that follow from it',
  },
  {
    from: 'collaborators',
    to: 'saved-filters',
    because: 'the filters of who leaves are handed over',
  },
  {
    from: 'portfolios',
    to: 'change-sets',
    because: 'a change of settings is a change set, with the clients that follow from it',
  },
  {
    from: 'assignment-roles',
    to: 'change-sets',
    because: 'what changes in the settings is kept in the history',
  },
  { from: 'loupe', to: 'change-sets', because: 'what changes in the settings is kept in the history' },
]

/** These every feature's `server/` may import. */
const SERVERS_FOR_ALL = [
  { to: 'firm', because: 'tables refer to firms, users and portfolios' },
  { to: 'sign-in', because: 'operations are answered for an Actor' },
]

const TEST = '\\.test\\.tsx?$'
const KERNEL = '^src/kernel/'
const PLATFORM = '^src/platform/'
const UI = '^src/ui/'
const FEATURE_SERVER = '^src/features/[^/]+/server/'
const FEATURE_WEB = '^src/features/[^/]+/web/'
/** Its own files, and its folders other than those two: texts/, demo/… */
const FEATURE_ROOT = '^src/features/[^/]+/(?!server/|web/)'
const APP = '^src/app/'
const APP_SERVER = '^src/app/[^/]+$'
const APP_WEB = '^src/app/web/'
const ZOD = '^node_modules/zod/'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'kernel-is-pure',
    comment: 'The kernel runs everywhere and knows nothing but itself and zod.',
    from: { path: KERNEL, pathNot: TEST },
    to: { pathNot: [KERNEL, ZOD] },
  },
  {
    name: 'platform-knows-no-product',
    comment: 'platform/ are server tools: they know neither the product nor the browser.',
    from: { path: PLATFORM },
    to: { path: [UI, '^src/features/', APP] },
  },
  {
    name: 'ui-knows-no-product',
    comment: 'ui/ are browser tools: they know neither the product nor the server.',
    from: { path: UI },
    to: { path: [PLATFORM, '^src/features/', APP] },
  },
  {
    name: 'features-know-no-app',
    comment: 'Only app/ knows all features; nothing below knows app/.',
    from: { path: '^src/features/' },
    to: { path: APP },
  },
  {
    name: 'feature-root-is-pure',
    comment:
      'What is neither in server/ nor in web/ serves both sides: it imports the kernel, its like, and zod.',
    from: { path: FEATURE_ROOT, pathNot: TEST },
    to: { pathNot: [KERNEL, FEATURE_ROOT, ZOD] },
  },
  {
    name: 'server-without-web',
    comment: 'The server side never imports the browser side.',
    from: { path: [FEATURE_SERVER, APP_SERVER] },
    to: { path: [FEATURE_WEB, UI, APP_WEB] },
  },
  {
    name: 'web-without-server',
    comment: 'The browser side never imports the server side.',
    from: { path: [FEATURE_WEB, APP_WEB] },
    to: { path: [FEATURE_SERVER, PLATFORM, APP_SERVER] },
  },
  {
    name: 'other-feature-web',
    comment:
      "A feature never imports another feature's web/: what two need belongs in ui/ or is put together in app/.",
    from: { path: '^src/features/([^/]+)/' },
    to: { path: FEATURE_WEB, pathNot: '^src/features/$1/' },
  },
  {
    name: 'only-change-sets-write-clients',
    comment: 'Who writes the data of clients keeps a change set of it.',
    from: { pathNot: ['^src/features/change-sets/server/', '^test/', TEST] },
    to: { path: '^src/platform/db/as-writer\\.ts$' },
  },
  ...otherFeatureServer(),
  {
    name: 'no-cycle',
    comment: 'Files that import each other in a circle are one file, or one too many.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'import-is-found',
    comment: 'What is imported must exist.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'product-without-tests',
    comment: 'What runs at the customer imports no test and no script.',
    from: { path: '^src/', pathNot: TEST },
    to: { path: ['^test/', '^scripts/', TEST] },
  },
  {
    name: 'product-without-dev-dependencies',
    comment: 'What runs at the customer stands in "dependencies".',
    from: { path: '^src/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
  },
]

export default {
  forbidden: forbidden.map(rule => ({ ...rule, severity: 'error' })),
  options: {
    // With TypeScript 7 the default parser reads nothing, and every rule passes.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

/** One rule for the features without a pair above, and one for each that has some. */
function otherFeatureServer() {
  const withPairs = [...new Set(SERVER_PAIRS.map(pair => pair.from))]
  const inside = feature => `^src/features/${feature}/`
  const rule = (name, from, own, pairs) => ({
    name,
    comment: "A feature imports another feature's server/ only if the pair is listed, with its reason.",
    from,
    to: {
      path: FEATURE_SERVER,
      pathNot: [own, ...SERVERS_FOR_ALL.map(({ to }) => to), ...pairs].map(inside),
    },
  })
  return [
    rule(
      'other-feature-server',
      { path: '^src/features/([^/]+)/', pathNot: withPairs.map(inside) },
      '$1',
      [],
    ),
    ...withPairs.map(feature =>
      rule(
        `other-feature-server-of-${feature}`,
        { path: inside(feature) },
        feature,
        SERVER_PAIRS.filter(pair => pair.from === feature).map(pair => pair.to),
      ),
    ),
  ]
}
