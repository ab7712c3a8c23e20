import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, form } from '../../testing/form.fixture.ts';
import { renderDesk } from '../../testing/render-desk.tsx';
import { filterOf } from './filter.ts';
import { ReturnForm } from './return-form.tsx';

test('the reporting body stands as the source until another is named', async () => {
  const body = { lang: 'en', text: 'Ministry of Internal Affairs' } as const;
  await renderDesk(
    <ReturnForm
      form={form({ ...cell, editable: true, body })}
      filter={filterOf({})}
      actionTitles={new Map()}
      reload={() => Promise.resolve()}
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
