import { useQuery } from '@apollo/client/react';
import { expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { PlannedReleasesDocument, PlanReleaseDocument } from './planned-releases.generated.ts';
import type { Preview } from './preview-lines.tsx';
import { PublishForm } from './publish-form.tsx';

const preview = {
  ...{ asOfYear: 2025, annual: false, number: '2026.3', previewHash: 'hash', newlyApproved: 3 },
  problems: [],
} as unknown as Preview;
const planned = (state: string) => ({
  ...{ id: 'plan', asOfYear: 2025, annual: false, number: null, problems: [], state },
  ...{ note: null, publishAt: '2026-12-01T09:00:00Z' },
  plannedBy: { id: 'officer', name: 'Officer' },
});

/** The state of the releases as the page has them, so that a test can wait until it is answered. */
function States() {
  const { data } = useQuery(PlannedReleasesDocument, { variables: { lang: 'en' } });
  return data && <p>Known: {data.plannedReleases.map(({ state }) => state).join()}</p>;
}

/** The form, once it knows of the first list of planned releases; the others answer when it asks again. */
async function show(states: readonly string[], refusal?: string) {
  const problems = refusal === undefined ? [] : [{ code: refusal, field: null, params: [] }];
  await renderDesk(
    <>
      <States />
      <PublishForm preview={preview} onPublished={() => undefined} />
    </>,
    {
      me: officer,
      answers: [
        ...states.map((state) => ({
          request: { query: PlannedReleasesDocument, variables: { lang: 'en' } },
          result: { data: { plannedReleases: [planned(state)] } },
        })),
        {
          request: { query: PlanReleaseDocument, variables: () => true },
          result: { data: { planRelease: { problems } } },
        },
      ],
    },
  );
  await screen.findByText(`Known: ${states[0] ?? ''}`);
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const timeField = () => screen.getByLabelText<HTMLInputElement>(/^Publish at/);
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const writeNotes = () =>
  screen.getAllByRole('textbox').forEach((field) => type(field, 'What is new.'));

test('a time in a year of five digits is told at its field, and nothing is published', async () => {
  await show(['CANCELLED']);
  const field = timeField();
  type(field, '20267-12-24T10:00');
  expect(screen.getByText('Please enter a date and time up to the year 2100.')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(button('Plan this release').disabled).toBe(true);
  type(field, '2027-12-24T10:00');
  expect(screen.queryByText(/up to the year 2100/)).toBeNull();
  expect(screen.getByText(/^24 December 2027, 10:00 in your time zone/)).toBeTruthy();
  expect(button('Plan this release').disabled).toBe(false);
  type(field, '');
  expect(button('Publish release').disabled).toBe(false);
});

test('a time of which a part is empty does not publish now', async () => {
  await show(['CANCELLED']);
  writeNotes();
  // a browser gives no value for a date without a time
  const field = timeField();
  Object.defineProperty(field, 'validity', { value: { badInput: true }, configurable: true });
  fireEvent.click(button('Publish release'));
  expect(screen.getByText('Please enter a date and time up to the year 2100.')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field);
  expect(screen.queryByRole('dialog')).toBeNull();
  // emptied again, which changes no value and so is told by no event but that the field is left
  Object.defineProperty(field, 'validity', { value: { badInput: false } });
  fireEvent.blur(field);
  expect(screen.queryByText(/up to the year 2100/)).toBeNull();
  fireEvent.click(button('Publish release'));
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('says before anything is written that a planned release comes first', async () => {
  await show(['PLANNED']);
  expect(await screen.findByText(/^A release is planned already\./)).toBeDefined();
  expect(button('Publish release').disabled).toBe(true);
});

test('lets publish after a plan was settled', async () => {
  await show(['CANCELLED']);
  expect(button('Publish release').disabled).toBe(false);
  expect(screen.queryByText(/^A release is planned already\./)).toBeNull();
});

/** Writes the notes and a time, and confirms the plan. */
async function plan() {
  const user = userEvent.setup();
  writeNotes();
  type(timeField(), '2027-12-24T10:00');
  await user.click(button('Plan this release'));
  await user.click(screen.getByRole('button', { name: /^Yes/ }));
  await screen.findByText('Known: PLANNED');
}

test('a plan that was just made is not told as an obstacle to itself', async () => {
  await show(['CANCELLED', 'PLANNED']);
  await plan();
  expect(await screen.findByText(/^The release is planned\./)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(button('Plan this release').disabled).toBe(true);
});

test('a refusal is told beside a plan that somebody else made meanwhile', async () => {
  await show(['CANCELLED', 'PLANNED'], 'PREVIEW_OUTDATED');
  await plan();
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/A release is planned already\./);
  expect(alert.children).toHaveLength(2);
});
