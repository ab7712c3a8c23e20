import { expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { emptyCells } from '../../testing/entry-store.fixture.ts';
import { form, tableCell } from '../../testing/form.fixture.ts';
import { renderDesk } from '../../testing/render-desk.tsx';
import type { FormRowFragment } from './return-form.generated.ts';
import { ReturnForm } from './return-form.tsx';

const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
test('the empty form has room for every value of the return, each part included', async () => {
  const [, count] = emptyCells(2) as [FormRowFragment, FormRowFragment];
  await renderDesk(
    <ReturnForm
      form={form(tableCell('RATIO'), count)}
      filter={{ only: null, section: null, cell: null }}
      actionTitles={new Map()}
    />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Print an empty form' }));
  expect(print).toHaveBeenCalledTimes(1);
  const paper = within(screen.getByRole('article'));
  expect(paper.getByText('F1.1', { exact: false })).toBeTruthy();
  expect(paper.getByText('F1.2', { exact: false })).toBeTruthy();
  // ten cells with two numbers each: nine in the table (three rows of three), and the whole value above it
  expect(paper.getAllByText('number')).toHaveLength(10);
  expect(paper.getAllByText('out of')).toHaveLength(10);
  for (const name of ['0–17', '18 and over', 'women', 'men']) {
    expect(paper.getByText(name)).toBeTruthy();
  }
});
