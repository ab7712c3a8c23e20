import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderDesk } from '../../testing/render-desk.tsx';
import { indicatorData, series, value } from './indicator.fixture.ts';
import { ReceiptFacts } from './receipt-facts.tsx';

async function facts(own: ReturnType<typeof value>): Promise<Map<string, string>> {
  const receipt = { series: series('KGZ', { values: [own] }), value: own, part: false };
  await renderDesk(
    <ReceiptFacts data={indicatorData()} receipt={receipt} names={{ KGZ: 'Kyrgyzstan' }} />,
  );
  const terms = await screen.findAllByRole('term');
  return new Map(
    terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']),
  );
}

test('a receipt of what a ministry reported names it, its document, the licence and the days it is about', async () => {
  const told = await facts(
    value(2023, '12', {
      source: null,
      via: 'ENTRY',
      body: { lang: 'en', text: 'Ministry of Internal Affairs' },
      sourceText: 'Register of orders',
      period: '2022-10/2023-02',
      obsStatus: 'E',
    }),
  );
  expect(told.get('Body')).toBe('Ministry of Internal Affairs');
  expect(told.get('Document')).toBe('Register of ordersLicence: CC BY 4.0');
  expect(told.get('Period')).toBe('October 2022 – February 2023');
  expect(told.get('Mark')).toBe('estimated');
});

test('a receipt of an early release that names nobody gives no licence', async () => {
  const told = await facts(value(2023, '12', { source: null, via: 'ENTRY' }));
  expect(told.get('Body')).toBe('The source was not named');
  expect(told.has('Document')).toBe(false);
});
