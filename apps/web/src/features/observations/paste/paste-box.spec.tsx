import { afterEach, describe, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../../desk/draft-store.ts';
import { emptyCells } from '../../../testing/entry-store.fixture.ts';
import { form } from '../../../testing/form.fixture.ts';
import { renderDesk, reporter } from '../../../testing/render-desk.tsx';
import type { FormRowFragment } from '../return-form.generated.ts';
import { ReturnForm } from '../return-form.tsx';

afterEach(async () => {
  await purgeDrafts(reporter.id);
});

const [one, two, three] = emptyCells(3) as [FormRowFragment, FormRowFragment, FormRowFragment];
const share = { ...two, ratio: true };

/** The box with this text in it, for a return of three values, the second of them a share. */
async function pasted(text: string, rows: readonly FormRowFragment[] = [one, share, three]) {
  await renderDesk(
    <ReturnForm
      form={form(...rows)}
      filter={{ only: null, section: null, cell: null }}
      actionTitles={new Map()}
    />,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Paste from Excel' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Paste from Excel or Calc' }));
  fireEvent.change(dialog.getByLabelText('The copied cells'), { target: { value: text } });
  return { user, dialog };
}

const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

describe('the box to paste from Excel', () => {
  test.each([
    ['en', 'Code\tName\tValue\tNumerator\tDenominator\tSource\tComment'],
    ['ru', 'Код\tНаименование\tЗначение\tЧислитель\tЗнаменатель\tИсточник\tПримечание'],
    ['kk', 'Код\tАтауы\tМәні\tАлымы\tБөлімі\tДереккөз\tТүсініктеме'],
    ['ky', 'Код\tАталышы\tМааниси\tАлымы\tБөлүмү\tБулак\tТүшүндүрмө'],
    ['tg', 'Рамз\tНом\tҚимат\tСурат\tМахраҷ\tМанбаъ\tШарҳ'],
    ['uz', 'Kod\tNomi\tQiymati\tSurat\tMaxraj\tManba\tIzoh'],
  ])('knows the headings of the template in %s', async (_lang, heading) => {
    const rows = ['F1.1\tIndicator 1\t24\t\t\tOrder 7\tlate', 'F1.2\tIndicator 2\t\t3\t12\t\t'];
    const { user, dialog } = await pasted([heading, ...rows].join('\r\n'));
    await user.click(dialog.getByRole('button', { name: 'Paste 5 values' }));
    expect(valueOf('Indicator 1, 2025')).toBe('24');
    expect(valueOf('Indicator 2, 2025, numerator')).toBe('3');
    expect(valueOf('Indicator 2, 2025, denominator')).toBe('12');
    expect(valueOf('Source: Indicator 1, 2025')).toBe('Order 7');
    expect(screen.getByDisplayValue('late')).toBeTruthy();
  });

  test('reads quotes, no-break spaces, a true minus and a per cent sign as Excel writes them', async () => {
    const text = '"Indicator 1"\t"\u221212,5\u00a0%"\r\n"Indicator\n3"\t"1\u00a0234,5"\r\n';
    const { user, dialog } = await pasted(text);
    expect(dialog.queryByText(/Its indicator was not recognised/)).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Paste 2 values' }));
    expect(valueOf('Indicator 1, 2025')).toBe('\u221212,5\u00a0%');
    expect(valueOf('Indicator 3, 2025')).toBe('1\u00a0234,5');
    for (const label of ['Indicator 1, 2025', 'Indicator 3, 2025']) {
      const said = screen.getByLabelText(label).getAttribute('aria-describedby') ?? '';
      // the text is read first, and only then checked against the limits of the indicator
      expect(document.getElementById(said)?.textContent).toMatch(/smallest|largest/);
    }
  });

  test('shows what will be taken, and takes nothing before that is confirmed', async () => {
    const { user, dialog } = await pasted('F1.1\t24\nF9.9\t5\nF1.3\t7');
    expect(dialog.getByText('2 values have found their place')).toBeTruthy();
    expect(dialog.getByText('1 cell is left over')).toBeTruthy();
    expect(dialog.getByText('Its indicator was not recognised.')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Indicator 1').value).toBe('24');
    expect(valueOf('Indicator 1, 2025')).toBe('');
    await user.click(dialog.getByRole('button', { name: 'Leave out: Indicator 3' }));
    await user.click(dialog.getByRole('button', { name: 'Paste 1 value' }));
    expect(valueOf('Indicator 1, 2025')).toBe('24');
    expect(valueOf('Indicator 3, 2025')).toBe('');
  });

  test('cancelled it takes nothing', async () => {
    const { user, dialog } = await pasted('F1.1\t24');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(valueOf('Indicator 1, 2025')).toBe('');
  });

  test('asks there already what was meant by a number that can be read in two ways', async () => {
    const { user, dialog } = await pasted('F1.1\t1,234');
    const question = within(dialog.getByRole('group', { name: /^Which did you mean\?/ }));
    await user.click(question.getByRole('button', { name: '1.234' }));
    await user.click(dialog.getByRole('button', { name: 'Paste 1 value' }));
    expect(valueOf('Indicator 1, 2025')).toBe('1.234');
  });

  test('puts bare numbers from the chosen indicator down', async () => {
    const { user, dialog } = await pasted('5\n7');
    await user.selectOptions(dialog.getByLabelText('A column of bare numbers begins at'), 'F1.2');
    await user.click(dialog.getByRole('button', { name: 'Paste 2 values' }));
    expect(
      ['Indicator 1', 'Indicator 2', 'Indicator 3'].map((one) => valueOf(`${one}, 2025`)),
    ).toEqual(['', '5', '7']);
  });

  test('counts what can be taken, and keeps in sight, with the reason, what cannot', async () => {
    const stages = [0, 1, 2, 3].map((n) => ({
      __typename: 'LocalText' as const,
      lang: 'en' as const,
      text: `Stage ${n}`,
    }));
    const milestone = (row: FormRowFragment) => ({ ...row, kind: 'MILESTONE' as const, stages });
    const rows = [one, milestone(two), milestone(three)];
    const { user, dialog } = await pasted('F1.1\t24\nF1.2\tстадия 3\nF1.3\t1 234', rows);
    expect(dialog.getByText('1 value has found its place')).toBeTruthy();
    expect(dialog.getByText('2 values cannot be taken as they are written')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Paste 1 value' }));
    expect(valueOf('Indicator 1, 2025')).toBe('24');
    // the texts that could not be taken are still there
    expect(dialog.getByRole('status').textContent).toMatch(/^What could be taken is pasted/);
    expect(dialog.getByDisplayValue('стадия 3')).toBeTruthy();
    const figure = dialog.getByDisplayValue('1 234');
    expect(dialog.getAllByText('There is no such choice here.')).toHaveLength(2);
    await user.clear(figure);
    await user.type(figure, '3');
    await user.click(dialog.getByRole('button', { name: 'Paste 1 value' }));
    expect(valueOf('Indicator 3, 2025')).toBe('3');
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks about a single text that a list of choices does not have', async () => {
    const { user, dialog } = await pasted('', [{ ...one, kind: 'BINARY' }]);
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    const list = screen.getByLabelText('Indicator 1, 2025');
    const paste = (text: string) =>
      fireEvent.paste(list, { clipboardData: { getData: () => text } });
    paste('Да');
    expect(valueOf('Indicator 1, 2025')).toBe('1');
    paste('partly');
    const review = within(await screen.findByRole('dialog', { name: 'Check what is pasted' }));
    expect(review.getByDisplayValue('partly')).toBeTruthy();
    expect(review.getByText('There is no such choice here.')).toBeTruthy();
  });
});
