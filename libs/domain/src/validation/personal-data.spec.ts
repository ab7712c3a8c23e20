import { describe, expect, it } from '@jest/globals';
import { personalData } from './personal-data.ts';

describe('free text that looks as if it named a person', () => {
  it.each([
    ['Write to aida@mia.example.kg', ['EMAIL']],
    ['почта: айда@мвд.рф', ['EMAIL']],
    ['call +996 555 12-34-56', ['PHONE']],
    ['+7 (701) 123 45 67', ['PHONE']],
    ['тел. 8 701 123-45-67', ['PHONE']],
    ['998901234567 or later', ['PHONE']],
    ['0555 123 456', ['PHONE']],
    ['PIN 21204199001234', ['ID_NUMBER']],
    ['ИИН 900412300123', ['ID_NUMBER']],
    ['паспорт AN1234567', ['ID_NUMBER']],
    ['паспорт AA 1234567, aida@example.org', ['EMAIL', 'ID_NUMBER']],
  ])('%s', (text, found) => {
    expect(personalData(text)).toEqual(found);
  });

  it.each([
    'Population 19 900 450 in 2024, 19 500 120 in 2023.',
    '1234567890 som in all',
    'Law No. 63 of 27 April 2017, amended 2023-08-09',
    'ЗРУ-561 от 02.09.2019; order 0042',
    'from 2015 to 2024: 1200, 1350, 1400',
    'the share rose from 0.123 to 0.456',
    'page 12, table 3.4',
    'https://stat.example.kg/2024/table-12.xlsx',
    '900 of 1,100 police officers',
    '',
  ])('passes: %s', (text) => {
    expect(personalData(text)).toEqual([]);
  });

  it('reads a long word once, wherever the sign of an address may come', () => {
    // if the search began anew at each letter, this would take many minutes
    expect(personalData(`1${'x'.repeat(2_000_000)}`)).toEqual([]);
    expect(personalData(`${'x.'.repeat(1_000_000)} a@b.kg`)).toEqual(['EMAIL']);
  });

  it('finds nothing in no text', () => {
    expect(personalData(null)).toEqual([]);
  });
});
