import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import type {
  TriedRule,
  ValidationRule,
  ValidationRulePayload,
} from '../framework/validation-rule.type.ts';
import { without } from '../framework/without.ts';
import { UserAccount } from '../users/user-account.entity.ts';

let api: TestApp;
const officer = 'officer@demo.example';
const auditor = 'auditor@demo.example';
const reporter = 'reporter.kgz@demo.example';

beforeAll(async () => {
  api = await startTestApp({ seed: 'demo' });
});
afterAll(() => api.stop());

const SIDE = `{ terms { indicator figure factor } constant }`;
const RULE = `code version left ${SIDE} operator right ${SIDE} missing severity message { lang text } active`;
const PROBLEMS = `problems { code field params { name value } }`;
const both = [
  { lang: 'en', text: 'Fewer orders than cases.' },
  { lang: 'ru', text: 'Ордеров больше, чем обращений.' },
];
const side = (indicator: string, more: object = {}) => ({
  terms: [{ indicator, figure: 'VALUE', factor: '1', ...more }],
});
/** Protection orders issued, and registered victims: two counts in the same unit. */
const SIDES = {
  code: 'R1',
  left: side('A5.8'),
  operator: 'LE',
  right: side('A5.10'),
  missing: 'SKIP_IF_ANY_VALUE_MISSING',
};

const ZERO = { terms: [], constant: '0' };

async function save(more: object = {}, who = officer) {
  const rest = { severity: 'WARN', message: both, active: false, expectedVersion: 0 };
  const input = { ...SIDES, ...rest, idempotencyKey: randomUUID(), ...more };
  const answer = await api.work<{ saveValidationRule: ValidationRulePayload }>(
    who,
    `mutation ($input: SaveValidationRuleInput!) { saveValidationRule(input: $input) { rule { ${RULE} } ${PROBLEMS} } }`,
    { input },
  );
  return { ...answer, payload: answer.data?.saveValidationRule };
}
async function attempt(more: object = {}, who = officer) {
  const answer = await api.work<{ tryValidationRule: TriedRule }>(
    who,
    `query ($input: TryValidationRuleInput!) { tryValidationRule(input: $input, lang: en) {
       judged skipped broken { area areaName { text } year left right observation } ${PROBLEMS} } }`,
    { input: { ...SIDES, ...more } },
  );
  return { ...answer, tried: answer.data?.tryValidationRule };
}
const told = (problems: readonly { code: string; field?: string | null }[] | undefined) =>
  problems?.map(({ code, field }) => `${code} ${field ?? ''}`);
const refusals = ({ errors }: { errors?: readonly { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe('a validation rule', () => {
  it('is written, changed and switched on, each time as a new version that the audit tells', async () => {
    expect((await save()).payload).toMatchObject({
      problems: [],
      rule: { code: 'R1', version: 1, active: false, message: both },
    });
    expect(told((await save({ active: true })).payload?.problems)).toEqual([
      expect.stringContaining('VERSION_CONFLICT'),
    ]);
    const on = await save({ active: true, expectedVersion: 1 });
    expect(on.payload?.rule).toMatchObject({ version: 2, active: true });
    const { data } = await api.work<{ validationRules: ValidationRule[] }>(
      auditor,
      `{ validationRules { ${RULE} } }`,
    );
    expect(data?.validationRules).toMatchObject([{ code: 'R1', version: 2 }]);
    const trail = await api.work<{
      auditEvents: { events: { subject: string; operation: string; actor: { email: string } }[] };
    }>(auditor, `{ auditEvents(filter: { subject: "RULE R1" }) { events { subject operation } } }`);
    expect(trail.data?.auditEvents.events).toEqual([
      { subject: 'RULE R1', operation: 'EDIT_FRAMEWORK' },
      { subject: 'RULE R1', operation: 'EDIT_FRAMEWORK' },
    ]);
  });

  it('travels with the framework, whose older files know of none', async () => {
    const headers = { cookie: await api.cookie(officer) };
    const file = (await api.http({ url: '/framework.json', headers })).json<{
      rules: { code: string }[];
    }>();
    expect(file.rules.map(({ code }) => code)).toEqual(['R1']);
    const send = (document: object) =>
      api.http({
        method: 'POST',
        url: '/framework?dryRun=true',
        headers: { ...headers, 'x-qadam': '1', 'content-type': 'application/json' },
        payload: JSON.stringify(document),
      });
    expect((await send(without(file, 'rules'))).json()).toMatchObject({
      problems: [],
      differences: [],
    });
  });

  it('is translated like every text of the framework', async () => {
    const { data } = await api.work<{ translationSheet: { texts: { path: string }[] } }>(
      'admin@demo.example',
      `{ translationSheet(subject: "RULE R1") { texts { path } } }`,
    );
    expect(data?.translationSheet.texts).toEqual([{ path: 'message' }]);
  });

  it.each([
    ['an unknown indicator', { right: side('X9.9') }, 'UNKNOWN_REFERENCE right.terms.0.indicator'],
    ['another unit', { right: side('A5.9') }, 'UNITS_DIFFER right.terms.0.indicator'],
    ['the same on both sides', { right: side('A5.8') }, 'SIDES_EQUAL right'],
    ['nothing times', { left: side('A5.8', { factor: '0' }) }, 'ZERO_FACTOR left.terms.0.factor'],
    ['an empty side', { right: { terms: [] } }, 'SIDE_EMPTY right'],
    ['a law', { right: side('A1.1') }, 'NO_NUMBER right.terms.0.indicator'],
  ])('with %s is refused where it is written, and where it is tried', async (_, wrong, problem) => {
    const saved = await save({ code: 'R2', ...wrong });
    expect(told(saved.payload?.problems)).toEqual([problem]);
    expect(saved.payload?.rule).toBeNull();
    expect(told((await attempt(wrong)).tried?.problems)).toEqual([problem]);
  });

  it('without words in English and Russian is refused', async () => {
    const { payload } = await save({ code: 'R2', message: [{ lang: 'kk', text: 'Көп' }] });
    expect(told(payload?.problems)).toEqual([
      'LANGUAGE_MISSING message.en',
      'LANGUAGE_MISSING message.ru',
    ]);
  });

  it('that contradicts one that is on cannot be switched on', async () => {
    const against = { code: 'R2', operator: 'GT' };
    const { payload } = await save({ ...against, active: true });
    expect(payload?.problems).toMatchObject([
      { code: 'RULES_CONTRADICT', field: 'operator' },
      { code: 'RULES_CONTRADICT', field: 'operator' },
    ]);
    expect((await save(against)).payload?.problems).toEqual([]);
  });

  it('is tried on what is stored, with where it would be broken', async () => {
    const { tried } = await attempt({ right: ZERO });
    expect(tried?.problems).toEqual([]);
    expect(tried?.broken.length).toBeGreaterThan(0);
    expect(tried?.judged).toBeGreaterThanOrEqual(tried?.broken.length ?? 0);
    expect(tried?.broken[0]).toMatchObject({
      right: '0',
      observation: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(await api.statements(() => attempt())).toBeLessThanOrEqual(10);
  });

  it('is tried in the own countries of an officer who is limited to some, and not saved', async () => {
    const areasIn = async () => {
      const { tried } = await attempt({ right: ZERO }, 'officer2@demo.example');
      return new Set(tried?.broken.map(({ area }) => area));
    };
    expect((await areasIn()).size).toBeGreaterThan(1);
    const { id } = await api.em().findOneOrFail(UserAccount, { email: 'officer2@demo.example' });
    await api.em().nativeUpdate(UserAccount, { id }, { areas: ['UZB'] });
    expect(await areasIn()).toEqual(new Set(['UZB']));
    expect(refusals(await save({ code: 'R5' }, 'officer2@demo.example'))).toEqual(['FORBIDDEN']);
  });

  it('is seen by the auditor and not changed, and reporters do not reach it', async () => {
    expect((await attempt({}, auditor)).tried?.problems).toEqual([]);
    expect(refusals(await save({ code: 'R5' }, auditor))).toEqual(['FORBIDDEN']);
    expect(refusals(await save({ code: 'R5' }, reporter))).toEqual(['FORBIDDEN']);
    expect(refusals(await attempt({}, reporter))).toEqual(['FORBIDDEN']);
    const list = await api.work(reporter, `{ validationRules { code } }`);
    expect(refusals(list)).toEqual(['FORBIDDEN']);
  });
});
