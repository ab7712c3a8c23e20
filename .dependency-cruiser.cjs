/** The floors of the api (docs/architecture.md), the lowest first. A folder may import only from folders that come before it. */
const FLOORS = [
  ['audit', 'desk-changes', 'users', 'outbox', 'retention'],
  ['publication', 'countries', 'indicators', 'cycles', 'organisations', 'api-tokens'],
  ['framework', 'translations', 'agreements', 'help-lines'],
  ['observations'],
  ['evidence', 'targets', 'alternatives', 'reviews', 'imports', 'releases'],
  ['returns', 'audit-search', 'user-administration'],
  ['deadlines', 'exchange', 'quality', 'following', 'subscriptions', 'notifications', 'webhooks'],
  ['desk-summary', 'error-reports', 'system-health'],
].flat();

const floors = FLOORS.map((folder, place) => ({
  name: `no-way-up-from-${folder}`,
  severity: 'error',
  comment: 'So no two folders import each other. Tables refer to each other where the data do.',
  from: {
    path: `^apps/api/src/features/${folder}/`,
    pathNot: '\\.(spec|fixture|entity)\\.ts$',
  },
  to: { path: `^apps/api/src/features/(?!(${FLOORS.slice(0, place + 1).join('|')})/)` },
}));

/** The allowed directions of imports inside each project (docs/architecture.md). Between projects the Nx boundaries decide. */
module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'every-feature-has-a-floor',
      severity: 'error',
      from: {},
      to: { path: `^apps/api/src/features/(?!(${FLOORS.join('|')})/)` },
    },
    {
      name: 'the-ground-floor-knows-no-feature',
      severity: 'error',
      comment: 'Except the files that list the features or put the app together from them.',
      from: {
        path: '^apps/api/src/(config|database|graphql|http)/',
        pathNot: [
          '\\.spec\\.ts$',
          '^apps/api/src/database/((public-|work-)?entities|refuse-insecure)\\.ts$',
          '^apps/api/src/database/seed/',
          '^apps/api/src/graphql/(work|public)-graphql\\.module\\.ts$',
          '^apps/api/src/http/(pages|public-answers)\\.ts$',
        ],
      },
      to: { path: '^apps/api/src/features/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-folders-do-not-reach-out',
      severity: 'error',
      comment: 'The domain is pure: decimal.js, valibot and itself.',
      from: { path: '^libs/domain/src', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { pathNot: '^(libs/domain/src|node_modules/(decimal\\.js|valibot))' },
    },
    {
      name: 'public-answers-come-from-publication',
      severity: 'error',
      comment:
        'Invariant 1: the public side has no edge to observations, reviews, targets, people.',
      from: { path: '^apps/api/src/features/publication/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { path: '^apps/api/src/features/(?!publication/)' },
    },
    {
      name: 'exports-come-from-publication',
      severity: 'error',
      comment:
        'Invariant 1: a file holds what a page holds. Of releases it knows which one is the current.',
      from: { path: '^apps/api/src/features/exchange/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: {
        path: '^apps/api/src/features/(?!exchange/|publication/)',
        pathNot: '^apps/api/src/features/releases/current-release(\\.module)?\\.ts$',
      },
    },
    {
      name: 'resolver-does-not-know-the-orm',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: ['@mikro-orm', '\\.entity\\.ts$'] },
    },
    {
      name: 'types-are-not-entities',
      severity: 'error',
      from: { path: '\\.(type|input)\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'no-foreign-resolver',
      severity: 'error',
      comment: "A feature may import another's service and entity, never its resolver.",
      from: { path: '^apps/api/src/features/([^/]+)/' },
      to: { path: '^apps/api/src/features/(?!$1/)[^/]+/.*\\.resolver\\.ts$' },
    },
    {
      name: 'web-features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/(?!$1/)[^/]+/' },
    },
    {
      name: 'charts-do-not-fetch',
      severity: 'error',
      from: { path: '^apps/web/src/charts/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '@apollo' },
    },
    {
      name: 'pages-are-joined-by-the-router-only',
      severity: 'error',
      from: { path: '^apps/web/src/(features|charts|ui)/' },
      to: { path: '^apps/web/src/pages/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out-tsc)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@qadam/source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
