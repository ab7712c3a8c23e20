import { randomUUID } from 'node:crypto';
import { PLAIN_FIELD_NAMES } from '@qadam/domain';
import type { TestApp } from './harness.ts';
import type { IndicatorPayload } from '../features/framework/framework.type.ts';
import { without } from '../features/framework/without.ts';

export const officer = 'officer@demo.example';

export const TEXTS = `{ lang text }`;
const SHEET = `code version released actions kind scope unit unitText ${TEXTS} multiplier decimals direction reportedCases centresIn
  valueType regionalMethod sensitive thresholdBase thresholdDetailed min max step whole breakdowns ${PLAIN_FIELD_NAMES.join(' ')} numeratorOf denominatorOf
  name ${TEXTS} definition ${TEXTS} stages { texts ${TEXTS} }
  elements { code name ${TEXTS} definition ${TEXTS} instrument origin counts inUse } sheet { key texts ${TEXTS} } position
  benchmarks { id value per kind sense population label ${TEXTS} citation ${TEXTS} url source }
  breaks { area year kind note ${TEXTS} source }`;
export const PROBLEMS = `problems { code field params { name value } }`;

export type Answered<T> = Omit<T, '__typename'> & Record<string, unknown>;
export type Sheet = Answered<NonNullable<IndicatorPayload['indicator']>>;

export async function readSheet(api: TestApp, code: string): Promise<Sheet> {
  const query = `query ($code: ID!) { frameworkIndicator(code: $code) { ${SHEET} } }`;
  const { data } = await api.work<{ frameworkIndicator: Sheet }>(officer, query, { code });
  if (!data) throw new Error('no answer');
  return data.frameworkIndicator;
}

/** Saves a sheet as it was read, except for `more`. */
export async function saveSheet(api: TestApp, of: Sheet, more: object = {}, who = officer) {
  const rest = without(of, 'version', 'released', 'actions');
  const elements = of.elements.map((one) => without(one, 'inUse'));
  const input = {
    ...{ idempotencyKey: randomUUID(), expectedVersion: of.version },
    ...{ ...rest, elements, ...more },
  };
  const answer = await api.work<{ saveIndicator: { indicator: Sheet } & IndicatorPayload }>(
    who,
    `mutation ($input: SaveIndicatorInput!) { saveIndicator(input: $input) { indicator { ${SHEET} } ${PROBLEMS} } }`,
    { input },
  );
  return { ...answer, payload: answer.data?.saveIndicator };
}

export const codes = (payload?: { problems: { code: string; field: string | null }[] }) =>
  payload?.problems.map(({ code, field }) => `${code} ${field ?? ''}`);
