import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { DeliveryService } from '../notifications/delivery.service.ts';
import { ErrorReportService } from './error-report.service.ts';
import { RetentionService } from '../retention/retention.service.ts';

const OFFICE = 'office@qadam.example';
const NOW = new Date('2026-11-10T09:00:00Z');
const REPORT = {
  about: 'indicators/A4.2?receipt=KGZ.2023&release=2026.2',
  text: 'The table says 9.1.\nThe report says 9.2.',
  email: '',
};

let test: TestApp;
let service: ErrorReportService;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework', settings: { contact: OFFICE } });
  service = test.app.get(ErrorReportService, { strict: false });
}, 120_000);
beforeEach(() => test.em().execute('delete from work.notification'));
afterAll(() => test.stop());

interface Mail {
  kind: string;
  address: string;
  subject: string;
  text: string;
  html: string;
}
const mails = () =>
  test.em().execute<Mail[]>(`select kind, address, subject, text, html from work.notification`);

describe('a report of an error', () => {
  it('is a mail to the programme office with the number it is about, and the words marked as a reader’s', async () => {
    await service.send(REPORT, 'en', NOW);
    const [mail] = await mails();
    expect(mail).toMatchObject({ kind: 'ERROR_REPORT', address: OFFICE });
    expect(mail?.text).toContain('> The table says 9.1.\n> The report says 9.2.');
    expect(mail?.text).toContain(`http://localhost:3000/en/${REPORT.about}`);
    expect(mail?.text).toContain('No address for an answer was left.');
  });

  it('names the address for an answer only in its text', async () => {
    await service.send({ ...REPORT, email: 'Reader@mail.example' }, 'en', NOW);
    const [mail] = await mails();
    expect(mail?.text).toContain('reader@mail.example (the address was not checked)');
    expect(mail?.subject).not.toContain('@');
  });

  it.each([
    ['without a word', 'TEXT_REQUIRED', { text: '  ' }],
    ['longer than a mail is read', 'TEXT_TOO_LONG', { text: 'x'.repeat(2001) }],
    ['with an address that is none', 'EMAIL_INVALID', { email: 'me' }],
    ['about another site', 'TEXT_INVALID', { about: '//evil.example/x' }],
  ])('is refused %s, and nothing is kept', async (_, code, wrong) => {
    await expect(service.send({ ...REPORT, ...wrong }, 'en', NOW)).rejects.toThrow(code);
    expect(await mails()).toEqual([]);
  });

  it('is kept for a week once it has left', async () => {
    await service.send(REPORT, 'en', NOW);
    const delivery = serverWork(test, DeliveryService);
    const transport = { send: () => Promise.resolve(), close: () => undefined };
    for (const { id } of await delivery.waiting()) await delivery.deliver(transport, id, true, NOW);
    const retention = serverWork(test, RetentionService);
    await retention.deleteExpired(new Date('2026-11-16T09:00:00Z'));
    expect(await mails()).toHaveLength(1);
    await retention.deleteExpired(new Date('2026-11-17T10:00:00Z'));
    expect(await mails()).toEqual([]);
  });

  it('is shown to administrators, who may send it again', async () => {
    await service.send(REPORT, 'en', NOW);
    const { data } = await test.work<{ outbox: { items: object[] } }>(
      'admin@demo.example',
      '{ outbox(skip: 0) { items { kind address recipientRole } } }',
    );
    expect(data?.outbox.items).toMatchObject([{ kind: 'ERROR_REPORT', recipientRole: null }]);
  });
});
