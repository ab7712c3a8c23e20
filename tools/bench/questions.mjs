// The questions that every server is asked, and which figures of the answers are compared.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Gives the queries of pages by their names, with their fragments, as the browser sends them. */
export function queriesOf(web) {
  const definitions = globSync('**/*.graphql', { cwd: web })
    .flatMap((file) =>
      readFileSync(path.join(web, file), 'utf8').split(/^(?=query |fragment |mutation )/m),
    )
    .map((text) => text.replaceAll(/\s+/g, ' '));
  return (name) => {
    const parts = new Set([
      definitions.find(
        (text) => text.startsWith(`query ${name}`) && /^[ (]/.test(text.slice(6 + name.length)),
      ),
    ]);
    for (const part of parts)
      for (const [, fragment] of part.matchAll(/\.\.\.(\w+)/g))
        parts.add(definitions.find((text) => text.startsWith(`fragment ${fragment} on`)));
    return [...parts].join('\n');
  };
}
export const ofPage = queriesOf(path.join(import.meta.dirname, '../../apps/web/src'));

const ELEMENTS = 'sex=_T age=_T urbanisation=_T region=_T';
const TOTAL = `${ELEMENTS} breakdown=_T`;
const CELL = 'indicator area year sex age urbanisation region breakdown value obs_status';
const VALUE = `${CELL} numerator denominator missing_reason source source_text note via submitted_on approved_on revision reason from_release`;
const AREAS = ['KAZ', 'KGZ', 'TJK', 'UZB'];
const LEVEL = 'subject area word level low high known total movement points';
const EVENT = 'id area date year text source proves';
/** The indicators that a page shows: all headline ones, and the first page of the others (decision 0079). */
const shownOf = (
  page,
) => `indicators = indicator code@$shownOf${page} : code kind scope direction decimals unit unit_text name stages position
     sources = source id@$namedOf${page} : id title publisher year url licence kind`;
const SERIES = 'indicator area year value obs_status missing_reason';
const ELEMENT = 'indicator area year breakdown value fact_date basis provision source';
const PACE = `${LEVEL} status progress latest_year latest_value`;
const MOVED = 'kind subject area word level status detail';

/**
 * Reads what the peers have to answer for the same page, a line for each list: `name = table conditions : columns`; without columns
 * only the number of rows. Rows are those of the release in question, unless a condition names another (PostGraphile, which cannot
 * compare, takes the newest, which has the same rows). `newest=50`: only the 50 newest years; `code@$changed`: one of a list of codes.
 */
const readParts = (text) =>
  text.split('\n').map((line) => {
    const [, name, table, where, columns] = /^\s*(\w+) = (\w+)([^:]*)(?:: (.*))?$/.exec(line);
    const pairs = where
      .split(' ')
      .filter(Boolean)
      .map((condition) => /^(\w+)[=@](.*)$/.exec(condition).slice(1));
    return {
      ...{ name, table, columns: columns?.split(' ') },
      conditions: pairs.filter(([column]) => column !== 'newest'),
      newest: pairs.find(([column]) => column === 'newest')?.[1],
      standing: !/(from|until)_release=/.test(where),
    };
  });

/** Lists of codes for conditions: a client that asks everything in one query has to know them in advance. */
const LISTS = [
  'changed',
  ...['shown', 'laws', 'named'].flatMap((what) => [`${what}OfAction`, `${what}OfCountry`]),
];
const isList = (value) => LISTS.includes(value.slice(1));
const TYPES = {
  ...{ sequence: 'Int!', lastReal: 'Int!' },
  ...Object.fromEntries(LISTS.map((name) => [name, '[String!]!'])),
};
const camel = (name) =>
  name === 'id' ? 'rowId' : name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());

function forPostgraphile(parts) {
  const asked = new Set();
  const roots = parts.map(({ name, table, conditions, newest, standing, columns }) => {
    const all = conditions.map(([column, value]) => {
      if (value.startsWith('$')) asked.add(value);
      const field = `${camel(column)}${isList(value) ? 'In' : ''}`;
      return `${field}: ${value.startsWith('$') ? value : JSON.stringify(value)}`;
    });
    if (standing) all.push('untilRelease: null');
    const fields = columns ? `nodes { ${columns.map(camel).join(' ')} }` : 'totalCount';
    const first = newest ? `, orderBy: YEAR_DESC, first: ${newest}` : '';
    return `${name}: all${camel(`_${table}`).replace(/y$/, 'ie')}s(condition: { ${all.join(', ')} }${first}) { ${fields} }`;
  });
  const head = [...asked].map((name) => `${name}: ${TYPES[name.slice(1)] ?? 'String!'}`);
  return `query Asked${head.length > 0 ? `(${head.join(', ')})` : ''} { ${roots.join(' ')} }`;
}

/** Columns that hold a document with a text in each language. PostGraphile returns the whole document. */
const TEXTS = new Set(
  'definition label name names quote rationale reading stages text unit_text'.split(' '),
);

/** One statement that makes the JSON in the database, with texts in one language only. */
function forBare(parts) {
  const asked = ['sequence'];
  const written = (value) => {
    if (!value.startsWith('$')) return `'${value}'`;
    if (!asked.includes(value.slice(1))) asked.push(value.slice(1));
    return `$${asked.indexOf(value.slice(1)) + 1}`;
  };
  const fields = parts.map(({ name, table, conditions, newest, standing, columns }) => {
    const all = conditions.map(
      ([column, value]) =>
        `${column} = ${isList(value) ? `any(${written(value)})` : written(value)}`,
    );
    if (standing) all.push('from_release <= $1 and (until_release is null or until_release > $1)');
    const first = newest ? ` order by year desc limit ${newest}` : '';
    const from = `from publication.${table} where ${all.join(' and ')}${first}`;
    if (!columns) return `'${name}', json_build_object('totalCount', (select count(*) ${from}))`;
    const named = columns.map(
      (column) => `${column}${TEXTS.has(column) ? ` -> 'en'` : ''} as "${camel(column)}"`,
    );
    const list = `select coalesce(json_agg(x), '[]') from (select ${named.join(', ')} ${from}) x`;
    return `'${name}', json_build_object('nodes', (${list}))`;
  });
  return {
    sql: `select json_build_object(${fields.join(', ')})::text as answer, $1::int as release`,
    asked,
  };
}

function question(name, query, text, ours, peers) {
  const parts = readParts(text);
  const lists = parts.flatMap(({ table, conditions }) =>
    conditions.filter(([, value]) => isList(value)).map(([column]) => ({ table, column })),
  );
  return {
    name,
    query,
    graphile: forPostgraphile(parts),
    bare: forBare(parts),
    lists,
    ours,
    peers,
  };
}

const level = ({ word, known, total }) => `${word} ${known}/${total}`;
const valueOf = ({ year, value }) => `${year} ${value === null ? null : Number(value)}`;
const cellOf = (row) =>
  [row.sex, row.age, row.urbanisation, row.region, row.breakdown, valueOf(row)].join(' ');

const pointOf = ({ indicator, area, ...row }) => `${indicator} ${area} ${valueOf(row)}`;
const pointsOf =
  ({ code }) =>
  ({ cell: { area }, points }) =>
    points.map((row) => pointOf({ ...row, indicator: code, area }));
const isCell = ({ kind }) => kind === 'CELL';
/** The value of a cell in one of two releases, in the same form whether it comes from a change or (`rowOf`) from a row. */
const sideOf = (side, { subject, area, year, face }, value) =>
  [side, subject, area, face ?? '_T|_T|_T|_T|_T', valueOf({ year, value })].join(' ');
const rowOf =
  (side) =>
  ({ indicator: subject, area, year, value, ...row }) => {
    const face = [row.sex, row.age, row.urbanisation, row.region, row.breakdown].join('|');
    return sideOf(side, { subject, area, year, face }, value);
  };
const isNumber =
  (laws) =>
  ({ indicator }) =>
    !laws.includes(indicator);

export const QUESTIONS = [
  question(
    'series',
    'query Series($code: ID!, $area: ID!, $lang: Language!, $release: ID) { indicator(code: $code, area: $area, lang: $lang, release: $release) { series { area values { year value obsStatus } } } }',
    `values = value indicator=$code area=$area ${TOTAL} : year value obs_status`,
    ({ indicator }, { area }) =>
      indicator.series.find((one) => one.area === area).values.map(valueOf),
    ({ values }) => values.nodes.map(valueOf),
  ),
  question(
    'scorecard',
    'query Card($lang: Language!, $release: ID) { scorecard(lang: $lang, release: $release) { areas { code name { text } } rows { action { code title { text } } cells { area level { word percent low high known total movement points } } } } }',
    `areas = area : code names position
     actions = action : code title position
     levels = assessment kind=ACTION : ${LEVEL}`,
    ({ scorecard }) =>
      scorecard.rows.flatMap(({ action, cells }) =>
        cells.map((cell) => `${action.code} ${cell.area} ${level(cell.level)}`),
      ),
    ({ levels }) => levels.nodes.map((row) => `${row.subject} ${row.area} ${level(row)}`),
  ),
  question(
    'list',
    ofPage('IndicatorList'),
    `actions = action : code title position
     indicators = indicator : code name
     links = action_indicator : action indicator role`,
    ({ indicators }) =>
      indicators.indicators.flatMap(({ code, uses }) => [
        code,
        ...uses.map((use) => `${use.action} ${code} ${use.role}`),
      ]),
    ({ indicators, links }) => [
      ...indicators.nodes.map(({ code }) => code),
      ...links.nodes.map((link) => `${link.action} ${link.indicator} ${link.role}`),
    ],
  ),
  question(
    'indicator',
    ofPage('Indicator'),
    `areas = area : code names position
     indicator = indicator code=$code : code kind scope direction decimals unit unit_text name definition stages sheet multiplier min max sensitive breakdowns value_type
     values = value indicator=$code ${TOTAL} : ${VALUE}
     ${AREAS.map((area) => `parts${area} = value indicator=$code area=${area} newest=50 : ${VALUE}`).join('\n     ')}
     targets = target indicator=$code : area version baseline_year baseline_value path points tolerance reference citation rationale confirmed_on
     levels = assessment kind=INDICATOR subject=$code : ${LEVEL} status progress pace latest_year latest_value detail
     actions = action_indicator indicator=$code : action role
     breaks = series_break indicator=$code : area year kind note source
     alternatives = alternative indicator=$code : area year value source note chosen
     benchmarks = benchmark indicator=$code : id value per kind sense label citation url
     events = event indicator=$code : ${EVENT}`,
    ({ indicator }) =>
      indicator.series.flatMap(({ area, values }) => values.map((row) => `${area} ${cellOf(row)}`)),
    ({ values }) => values.nodes.map((row) => `${row.area} ${cellOf(row)}`),
  ),
  question(
    'action',
    ofPage('Action').replaceAll('$code', '$action'),
    `areas = area : code names position
     action = action code=$action : code kind scope title quote reading position
     ${shownOf('Action')}
     levels = assessment kind=ACTION subject=$action : ${LEVEL} detail
     links = action_indicator action=$action indicator@$shownOfAction : indicator role position
     progress = assessment kind=INDICATOR subject@$shownOfAction : ${PACE}
     values = value indicator@$shownOfAction ${TOTAL} : ${SERIES}
     elements = value indicator@$lawsOfAction ${ELEMENTS} : ${ELEMENT}
     targets = target indicator@$shownOfAction : indicator area points
     events = event action=$action : ${EVENT}`,
    ({ action }) => [
      ...action.cells.map((cell) => `${cell.area} ${level(cell.level)}`),
      ...action.indicators.flatMap(({ indicator, series }) => series.flatMap(pointsOf(indicator))),
      ...action.sources.map(({ id }) => id),
    ],
    ({ levels, values, sources }, { lawsOfAction: laws }) => [
      ...levels.nodes.map((row) => `${row.area} ${level(row)}`),
      ...values.nodes.filter(isNumber(laws)).map(pointOf),
      ...sources.nodes.map(({ rowId }) => rowId),
    ],
  ),
  question(
    'country',
    ofPage('Country'),
    `areas = area : code names position
     actions = action : code kind scope title quote position
     ${shownOf('Country')}
     links = action_indicator indicator@$shownOfCountry : action indicator role position
     levels = assessment area=$area kind=ACTION : ${LEVEL} detail
     progress = assessment area=$area kind=INDICATOR subject@$shownOfCountry : ${PACE}
     values = value area=$area indicator@$shownOfCountry ${TOTAL} : ${SERIES}
     elements = value area=$area indicator@$lawsOfCountry ${ELEMENTS} : ${ELEMENT}
     targets = target area=$area indicator@$shownOfCountry : indicator area points
     events = event area=$area : ${EVENT}`,
    // actions and indicators of the whole region have one cell for all countries, which is left out
    ({ country }, { area }) => [
      ...country.actions
        .filter(({ cell }) => cell.area === area)
        .map(({ action, cell }) => `${action.code} ${level(cell.level)}`),
      ...country.indicators
        .filter(({ series }) => series.cell.area === area)
        .flatMap(({ indicator, series }) => pointsOf(indicator)(series)),
    ],
    ({ levels, values }, { lawsOfCountry: laws }) => [
      ...levels.nodes.map((row) => `${row.subject} ${level(row)}`),
      ...values.nodes.filter(isNumber(laws)).map(pointOf),
    ],
  ),
  question(
    'openData',
    ofPage('OpenData'),
    `rows = value
     hidden = value obs_status=Q
     indicators = indicator : code name
     sources = source : licence`,
    ({ openData }, { code }) => [
      ...[`rows ${openData.rows}`, `hidden ${openData.hidden}`],
      ...openData.indicators.flatMap((one) => (one.code === code ? code : [])),
    ],
    ({ rows, hidden, indicators }, { code }) => [
      ...[`rows ${rows.totalCount}`, `hidden ${hidden.totalCount}`],
      ...indicators.nodes.flatMap((one) => (one.code === code ? code : [])),
    ],
  ),
  question(
    'changes',
    ofPage('Changes').replaceAll('$area', '$within'), // a variable without a value: changes of all countries
    `areas = area : code names position
     ended = value until_release=$lastReal : ${CELL}
     begun = value from_release=$lastReal : ${CELL} reason
     levelsEnded = assessment until_release=$lastReal : ${MOVED}
     levelsBegun = assessment from_release=$lastReal : ${MOVED}
     names = indicator code@$changed : code name decimals unit`,
    ({ changes: { items } }) => [
      ...items
        .filter(isCell)
        .flatMap((item) => [
          ...(item.class === 'NEW' ? [] : [sideOf('ended', item, item.fromValue)]),
          ...(item.class === 'WITHDRAWN' ? [] : [sideOf('begun', item, item.toValue)]),
        ]),
      ...new Set(items.map(({ subject }) => subject)),
    ],
    ({ ended, begun, names }) => [
      ...ended.nodes.map(rowOf('ended')),
      ...begun.nodes.map(rowOf('begun')),
      ...names.nodes.map(({ code }) => code),
    ],
  ),
];

/** The variables of the n-th request to a database (grow.mjs): another release and another subject than in the one before. */
export function askedAt(n, { indicators, areas, actions, releases, lastReal, changed, shown }) {
  const sequence = lastReal + 1 + (n % (releases.length - lastReal));
  const [release, before] = [releases[sequence - 1], releases[lastReal - 2]];
  const code = indicators[n % indicators.length];
  const area = areas[n % areas.length];
  const action = actions[n % actions.length];
  return {
    ...{ lang: 'en', code, area, action, release, sequence, lastReal, changed },
    // the changes are compared with all rows that a peer reads, so more are listed than on the page
    ...{ iso3: area, from: before, to: release, perClass: 1000 },
    ...Object.fromEntries(
      Object.entries({ Action: shown[action], Country: shown[area] }).flatMap(([page, lists]) =>
        Object.entries(lists).map(([what, codes]) => [`${what}Of${page}`, codes]),
      ),
    ),
  };
}

/** The request that asks a server this question; `more` are unused variables, which only make the request a different one. */
export function asking(side, { name, query, graphile, bare }, asked, more = {}) {
  const operation = (text) => {
    const used = Object.entries(asked).filter(([key]) => text.includes(`$${key}:`));
    return { query: text, variables: { ...Object.fromEntries(used), ...more } };
  };
  const post = (where, body) => ({ path: where, method: 'POST', body: JSON.stringify(body) });
  if (side === 'ours') return post('/graphql', operation(query));
  if (side === 'postgraphile') return post('/graphql', operation(graphile));
  if (side !== 'ours by GET')
    return post(`/${name}`, Object.fromEntries(bare.asked.map((key) => [key, asked[key]])));
  const { variables } = operation(query);
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return { path: `/graphql?${search}` };
}

export function isRight({ status, body }) {
  return status === 200 && !body.includes('"errors":[');
}

export function wrong(side, question, { status, body }) {
  return new Error(`${side}, ${question.name}: ${status} ${String(body).slice(0, 500)}`);
}
