import { expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { PlannedReleasesDocument } from './planned-releases.generated.ts';
import type { Preview } from './preview-lines.tsx';
import { PublishForm } from './publish-form.tsx';

const preview = { asOfYear: 2025, annual: false, number: '2026.3', problems: [] };
const planned = (state: string) => ({
  ...{ id: 'plan', asOfYear: 2025, annual: false, number: null, problems: [], state },
  ...{ note: null, publishAt: '2026-12-01T09:00:00Z' },
  plannedBy: { id: 'officer', name: 'Officer' },
});

const show = (state: string) =>
  renderDesk(
    <PublishForm preview={preview as unknown as Preview} onPublished={() => undefined} />,
    {
      me: officer,
      answers: [
        {
          request: { query: PlannedReleasesDocument, variables: { lang: 'en' } },
          result: { data: { plannedReleases: [planned(state)] } },
        },
      ],
    },
  );
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a time in a year of five digits is told at its field, and nothing is published', async () => {
  await show('CANCELLED');
  const field = await screen.findByLabelText<HTMLInputElement>(/^Publish at/);
  fireEvent.change(field, { target: { value: '20267-12-24T10:00' } });
  expect(screen.getByText('Please enter a date and time up to the year 2100.')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(button('Plan this release').disabled).toBe(true);
  fireEvent.change(field, { target: { value: '2027-12-24T10:00' } });
  expect(screen.queryByText(/up to the year 2100/)).toBeNull();
  expect(screen.getByText(/^24 December 2027, 10:00 in your time zone/)).toBeTruthy();
  expect(button('Plan this release').disabled).toBe(false);
  fireEvent.change(field, { target: { value: '' } });
  expect(button('Publish release').disabled).toBe(false);
});

test('says before anything is written that a planned release comes first', async () => {
  await show('PLANNED');
  expect(await screen.findByText(/^A release is planned already\./)).toBeDefined();
  expect(button('Publish release').disabled).toBe(true);
});

test('lets publish after a plan was settled', async () => {
  await show('CANCELLED');
  expect(button('Publish release').disabled).toBe(false);
  expect(screen.queryByText(/^A release is planned already\./)).toBeNull();
});
