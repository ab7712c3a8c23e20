import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { auditor, officer, renderDesk } from '../../testing/render-desk.tsx';
import { AgreementDesk } from './agreement-desk.tsx';
import {
  AgreementDeskDocument,
  EndAgreementDocument,
  RecordAgreementDocument,
  type AgreementFragment,
} from './agreements.generated.ts';

const text = (words: string) => ({ lang: 'en' as const, text: words });
const body = { id: 'ministry', area: 'KGZ', name: text('Ministry of Interior') };
const agreement: AgreementFragment = {
  id: 'agreement-1',
  indicators: ['A5.8'],
  signedOn: '2026-03-01',
  validUntil: null,
  note: 'By letter.',
  state: 'IN_FORCE',
  recordedAt: '2026-03-02T10:00:00Z',
  endedReason: null,
  endedAt: null,
  body,
  document: { id: 'letter', title: 'Letter 12', url: null },
  recordedBy: { id: 'o', name: 'Officer' },
  endedBy: null,
};
const reading: MockLink.MockedResponse = {
  request: { query: AgreementDeskDocument, variables: { lang: 'en' } },
  maxUsageCount: 9,
  result: {
    data: {
      agreementDesk: {
        agreements: [agreement],
        waiting: [{ indicator: 'A5.8', area: 'KGZ', year: 2024, values: 7, body: null }],
        bodies: [body, { ...body, id: 'court', area: 'UZB', name: text('Supreme Court') }],
        documents: [
          { id: 'letter', area: 'KGZ', title: 'Letter 12' },
          { id: 'other', area: 'UZB', title: 'Letter of another country' },
        ],
        indicators: [
          { code: 'A5.8', name: text('Registered victims') },
          { code: 'A6.1', name: text('Standards') },
        ],
      },
    },
  },
};

const sent: unknown[] = [];
afterEach(async () => {
  sent.length = 0;
  await purgeDrafts(officer.id);
});
const noted = ({ input }: Record<string, unknown>) => {
  sent.push(input);
  return true;
};
const recording = (codes: string[]): MockLink.MockedResponse => ({
  request: { query: RecordAgreementDocument, variables: noted },
  result: {
    data: {
      recordAgreement: {
        id: codes.length === 0 ? 'agreement-2' : null,
        problems: codes.map((code) => ({ code, field: null, params: [] })),
      },
    },
  },
});

async function show(answers: MockLink.MockedResponse[] = [], me = officer) {
  await renderDesk(<AgreementDesk areaNames={new Map([['KGZ', 'Kyrgyzstan']])} />, {
    me,
    answers: [reading, ...answers],
  });
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  const form = within(screen.getByRole('form'));
  await user.selectOptions(form.getByLabelText('Reporting body'), 'ministry');
  await user.type(form.getByLabelText('Signed on'), '2026-05-04');
  await user.selectOptions(form.getByLabelText(/^Document/), 'letter');
  return form;
}

describe('the desk of data-sharing agreements', () => {
  test('shows what is on record, with its document, and which figures wait for one', async () => {
    await show();
    expect(screen.getByText('Ministry of Interior').closest('li')?.textContent).toContain('A5.8');
    const link = screen.getByRole('link', { name: 'Letter 12' });
    expect(link.getAttribute('href')).toBe('/evidence/letter');
    expect(screen.getByText(/Kyrgyzstan, 2024 · A5\.8/).textContent).toContain('7');
  });

  test('offers the documents of the body’s own country only', async () => {
    const user = await show();
    const form = await fill(user);
    expect(form.queryByRole('option', { name: 'Letter of another country' })).toBeNull();
  });

  test('records an agreement over everything, or over the indicators that are ticked', async () => {
    const user = await show([recording([])]);
    const form = await fill(user);
    await user.click(form.getByRole('checkbox', { name: /A6\.1/ }));
    await user.click(form.getByRole('button'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      body: 'ministry',
      signedOn: '2026-05-04',
      validUntil: null,
      document: 'letter',
      indicators: ['A6.1'],
    });
    expect(await screen.findByRole('status')).toBeTruthy();
  });

  test('keeps what was typed when it is refused, and says why', async () => {
    const user = await show([recording(['SIGNED_LATER'])]);
    const form = await fill(user);
    await user.click(form.getByRole('button'));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(form.getByLabelText<HTMLInputElement>('Signed on').value).toBe('2026-05-04');
    expect(sent[0]).toMatchObject({ indicators: null });
  });

  test('ends an agreement with a reason', async () => {
    const ending: MockLink.MockedResponse = {
      request: { query: EndAgreementDocument, variables: noted },
      result: { data: { endAgreement: { id: 'agreement-1', problems: [] } } },
    };
    const user = await show([ending]);
    const item = within(screen.getByText('Ministry of Interior').closest('li') ?? document.body);
    await user.click(item.getByText(/End/, { selector: 'summary' }));
    await user.type(item.getByRole('textbox'), 'Withdrawn by letter 40.');
    await user.click(item.getByRole('button'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ id: 'agreement-1', reason: 'Withdrawn by letter 40.' });
  });

  test('an auditor reads it and changes nothing', async () => {
    await show([], auditor);
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
