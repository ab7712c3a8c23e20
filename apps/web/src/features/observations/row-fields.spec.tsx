import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, form, revision } from '../../testing/form.fixture.ts';
import { renderDesk } from '../../testing/render-desk.tsx';
import { withDatabase } from '../../testing/with-database.ts';
import { filterOf } from './filter.ts';
import { ReturnForm } from './return-form.tsx';

withDatabase();

test('the reporting body stands as the source until another is named', async () => {
  const body = { lang: 'en', text: 'Ministry of Internal Affairs' } as const;
  await renderDesk(
    <ReturnForm
      form={form({ ...cell, editable: true, body })}
      filter={filterOf({})}
      actionTitles={new Map()}
    />,
  );
  const field = await screen.findByLabelText<HTMLTextAreaElement>(
    `Source: ${cell.name.text}, 2025`,
  );
  expect(field.value).toBe('Ministry of Internal Affairs');
  await userEvent.clear(field);
  await userEvent.type(field, 'Order 7');
  expect(field.value).toBe('Order 7');
});

test('a value that is marked as estimated says so, and may be made final', async () => {
  const current = { ...revision, value: '87000', obsStatus: 'E' };
  await renderDesk(
    <ReturnForm
      form={form({ ...cell, editable: true, state: 'DRAFT', current })}
      filter={filterOf({})}
      actionTitles={new Map()}
    />,
  );
  const mark = await screen.findByLabelText<HTMLSelectElement>(
    `How final it is: ${cell.name.text}, 2025`,
  );
  expect(mark.selectedOptions[0]?.text).toBe('estimated');
  await userEvent.selectOptions(mark, 'final');
  expect(mark.value).toBe('A');
});
