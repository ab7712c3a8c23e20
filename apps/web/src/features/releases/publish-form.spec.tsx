import { expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import type { Preview } from './preview-lines.tsx';
import { PublishForm } from './publish-form.tsx';

const preview = { asOfYear: 2025, annual: false, number: '2026.3', problems: [] };
const show = async () => {
  await renderDesk(
    <PublishForm preview={preview as unknown as Preview} onPublished={() => undefined} />,
    { me: officer },
  );
  return screen.findByLabelText<HTMLInputElement>(/^Publish at/);
};
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a time in a year of five digits is told at its field, and nothing is published', async () => {
  const field = await show();
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
