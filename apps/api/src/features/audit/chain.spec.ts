import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { chainHead, recordEvent, recordEvents, verifyChain } from './chain.ts';
import { canonicalJson } from './canonical-json.ts';

describe('the audit chain', () => {
  let test: TestApp;
  const record = (subject: string, after: object = { value: '1.50' }) =>
    test
      .em()
      .transactional((em) =>
        recordEvent(em, null, 'SAVE_VALUE', subject, { before: { b: 1, a: [null, 'ә'] }, after }),
      );

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  /** Changes the table as the owner of the database could. */
  async function tamper(statement: string): Promise<void> {
    await test.em().transactional(async (em) => {
      await em.execute('alter table work.audit_event disable trigger audit_event_is_append_only');
      await em.execute(statement);
      await em.execute('alter table work.audit_event enable trigger audit_event_is_append_only');
    });
  }

  it('verifies when it is empty, and event by event', async () => {
    const start = await chainHead(test.em());
    expect(await verifyChain(test.em())).toEqual({ ok: true, events: 0, head: start });
    await record('observation 1');
    await record('observation 2');
    expect(await verifyChain(test.em())).toEqual({
      ok: true,
      events: 2,
      head: await chainHead(test.em()),
    });
    expect(await chainHead(test.em())).not.toBe(start);
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => record(`observation ${i}`)));
    expect(await verifyChain(test.em())).toEqual({
      ok: true,
      events: 14,
      head: await chainHead(test.em()),
    });
  });

  it('takes many events of one change in as many statements as one, and as if they came one by one', async () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      subject: `observation ${String(i)}`,
      after: i === 3 ? null : { value: '1.50', of: [null, 'ә', '\\u0041'] },
    }));
    const counted = (subjects: typeof many) =>
      test.statements(() =>
        test.em().transactional((em) => recordEvents(em, null, 'APPROVE', subjects)),
      );
    expect(await counted(many)).toBe(await counted(many.slice(0, 1)));
    expect(await verifyChain(test.em())).toMatchObject({ ok: true, events: 35 });
  });

  it('forgets an event whose change did not happen', async () => {
    const before = await chainHead(test.em());
    const failed = test.em().transactional(async (em) => {
      await recordEvent(em, null, 'SAVE_VALUE', 'observation 3');
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await chainHead(test.em())).toBe(before);
  });

  it('does not record outside the transaction of a change', async () => {
    await expect(recordEvent(test.em(), null, 'SAVE_VALUE', 'observation 3')).rejects.toThrow(
      /transaction/,
    );
  });

  it.each([
    'update work.audit_event set operation = operation',
    'delete from work.audit_event',
    'truncate work.audit_event',
  ])('refuses to %s', async (statement) => {
    await expect(test.em().execute(statement)).rejects.toThrow(/append-only/);
  });

  it('shows where an event was changed', async () => {
    await tamper(`update work.audit_event set after = '{"value":"9.99"}' where number = 5`);
    expect(await verifyChain(test.em())).toEqual({ ok: false, brokenAt: 5 });
    await tamper(`update work.audit_event set after = '{"value":"1.50"}' where number = 5`);
    expect(await verifyChain(test.em())).toMatchObject({ ok: true });
  });

  it('shows where an event was moved in time or removed', async () => {
    await tamper(`update work.audit_event set at = at - interval '1 millisecond' where number = 7`);
    expect(await verifyChain(test.em())).toEqual({ ok: false, brokenAt: 7 });
    await tamper('delete from work.audit_event where number = 3');
    expect(await verifyChain(test.em())).toEqual({ ok: false, brokenAt: 3 });
  });
});

describe('canonical JSON', () => {
  it('is one text whatever the order of the keys', () => {
    expect(canonicalJson({ b: { y: 1, x: [2, { d: 4, c: 3 }] }, a: null })).toBe(
      '{"a":null,"b":{"x":[2,{"c":3,"d":4}],"y":1}}',
    );
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });
});
