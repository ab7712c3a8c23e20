import { afterEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReturnFormDocument } from '../../features/observations/return-form.generated.ts';
import { onPage } from '../../testing/on-page.tsx';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import type { EvidenceFragment } from './evidence.generated.ts';

const letter: EvidenceFragment = {
  id: 'e1',
  area: 'KGZ',
  kind: 'FILE',
  title: 'letter.pdf',
  mediaType: 'application/pdf',
  size: 20_480,
  url: null,
  public: false,
  lang: null,
  addedBy: { id: reporter.id, name: 'Aida', role: 'REPORTER' },
  addedAt: '2026-03-01T10:00:00.000Z',
};
const law = { ...letter, id: 'e2', title: 'law.pdf' };
const form = onPage(ReturnFormDocument, { returnForm: null });
const fetchBefore = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetchBefore;
  form.asked.mockClear();
});

async function show(editable = true) {
  const changes: unknown[] = [];
  const observation = { id: 'o', area: 'KGZ', evidence: [letter] };
  await renderDesk(
    <>
      <form.Page />
      <EvidencePanel observation={observation} label="Protection orders" editable={editable} />
    </>,
    {
      answers: {
        ReturnForm: form.asked,
        AreaEvidence: () => ({ evidence: [letter, law] }),
        EvidenceQuota: () => ({ evidenceQuota: { usedKilobytes: 12_600, maxKilobytes: 512_000 } }),
        AttachEvidence: ({ input }) => {
          changes.push(input);
          return { attachEvidence: { observation: { id: 'o' }, problems: [] } };
        },
      },
    },
  );
  await screen.findByRole('heading', { name: 'Evidence' });
  if (editable) await screen.findByRole('option', { name: 'law.pdf' });
  return changes;
}

/** Makes the api answer an uploaded file like this; returns the requests that were sent. */
function answering(answer: object): string[] {
  const sent: string[] = [];
  globalThis.fetch = ((url: string, { body }: { body: FormData }) => {
    sent.push(`${url} ${(body.get('file') as File).name}`);
    return Promise.resolve({ json: () => Promise.resolve(answer) });
  }) as unknown as typeof fetch;
  return sent;
}

const choose = async () => {
  const field = screen.getByLabelText(/^Add a file as evidence: Protection orders/);
  await userEvent.upload(field, new File(['%PDF-'], 'order.pdf', { type: 'application/pdf' }));
};

describe('the evidence of a value', () => {
  it('is listed with what it is, who added it and whether it is public', async () => {
    await show(false);
    expect(screen.getByRole('link', { name: 'letter.pdf' }).getAttribute('href')).toBe(
      '/evidence/e1',
    );
    expect(screen.getByText(/20 KB · added by Aida, .* · Private/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/only while the value is not handed in/)).toBeTruthy();
  });

  it('is uploaded and attached', async () => {
    const changes = await show();
    const sent = answering({ evidence: { id: 'e3', title: 'order.pdf' }, problems: [] });
    await choose();
    expect(await screen.findByText('order.pdf is attached.')).toBeTruthy();
    expect(sent).toEqual(['/evidence?area=KGZ order.pdf']);
    expect(changes).toEqual([
      expect.objectContaining({ observation: 'o', evidence: 'e3', attached: true }),
    ]);
    expect(form.asked).toHaveBeenCalledTimes(2);
  });

  it('may take as much room as the organisation has left', async () => {
    await show();
    expect(
      await screen.findByText('Your organisation has used 13 of 500 MB for files.'),
    ).toBeTruthy();
  });

  it('is not attached where the file is refused, and the reason is told', async () => {
    const changes = await show();
    answering({ evidence: null, problems: [{ code: 'MACRO_FILE', params: [] }] });
    await choose();
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The workbook contains macros',
    );
    expect(changes).toEqual([]);
  });

  it('is taken away, or chosen among what is on file', async () => {
    const changes = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Take away: letter.pdf' }));
    const known = await screen.findByLabelText('Use one that is on file already');
    await userEvent.selectOptions(known, 'law.pdf');
    await userEvent.click(screen.getByRole('button', { name: 'Attach' }));
    expect(changes).toEqual([
      expect.objectContaining({ evidence: 'e1', attached: false }),
      expect.objectContaining({ evidence: 'e2', attached: true }),
    ]);
  });
});
