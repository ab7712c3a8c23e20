import type { APIRequestContext } from '@playwright/test';

const queries = [
  '{ releases(lang: en) { number contentHash } }',
  '{ scorecard(lang: en) { rows { cells { area level { word percent low high known total movement points } change { class points } fact { stage since value year } } } } }',
  '{ indicator(code: "F1.1", lang: en) { series { area values { year value obsStatus } target { version baselineValue points { year value } } assessment { status progress pace } } } }',
  '{ indicator(code: "A5.6", lang: en) { series { area values { year value obsStatus note { text } } } } }',
  '{ action(code: "F1", lang: en) { cells { area level { word percent } } laws { cells { element area stage } } } }',
  '{ country(iso3: "KGZ", lang: en) { actions { cell { level { word percent movement } } } indicators { indicator { code } series { points { year value } cell { status } } } } }',
  '{ changes(lang: en) { items { kind class subject area year fromStatus toStatus fromValue toValue } counts { class count } } }',
];
const pages = ['/en', '/en/indicators/F1.1', '/en/countries/KGZ', '/en/changes', '/en/releases'];

/** What anybody can read, as text, to check that nothing done at the desks changes it. */
export async function publicAnswers(request: APIRequestContext): Promise<string> {
  const parts: string[] = [];
  for (const query of queries) {
    const response = await request.post('/graphql', { data: { query } });
    parts.push(`${response.status()} ${await response.text()}`);
  }
  for (const page of pages) {
    const response = await request.get(page);
    parts.push(`${response.status()} ${response.headers()['etag'] ?? ''} ${await response.text()}`);
  }
  return parts.join('\n');
}
