import { beforeEach, describe, expect, test } from '@jest/globals';
import { formDrafts } from '../../desk/draft-store.ts';
import { revision } from '../../testing/form.fixture.ts';
import { emptyCells } from '../../testing/entry-store.fixture.ts';
import { withDatabase } from '../../testing/with-database.ts';
import { readinessOf } from './entry-state.ts';
import { EntryStore } from './entry-store.ts';
import type { KeptDraft } from './read-draft.ts';

withDatabase();

const cells = emptyCells(3);
let user = 0;
beforeEach(() => {
  user += 1;
});
const stateOf = (store: EntryStore, indicator: string) =>
  store.entries().find(({ cell }) => cell.indicator === indicator);

describe('rules of officers', () => {
  const side = (indicator: string) => ({
    terms: [{ indicator, figure: 'VALUE' as const, factor: '1' }],
    constant: null,
  });
  const rule = {
    code: 'R1',
    left: side('F1.1'),
    operator: 'LE' as const,
    right: side('F1.2'),
    missing: 'SKIP_IF_ANY_VALUE_MISSING' as const,
    severity: 'WARN' as const,
    message: { lang: 'ru', text: 'Больше, чем может быть.' },
  };
  const withRules = (beside: { indicator: string; value: string }[] = []) =>
    new EntryStore(cells, {
      year: 2025,
      mark: '.',
      drafts: formDrafts<KeptDraft>(`user ${user}`, 'KGZ 2025'),
      send: () => Promise.reject(new TypeError('Failed to fetch')),
      rules: {
        rules: [rule, { ...rule, code: 'R2', right: side('X1'), severity: 'ERROR' }],
        beside,
      },
    });
  const rulesAt = (store: EntryStore, indicator: string) =>
    stateOf(store, indicator)?.reading.hits.flatMap(({ code, rule: of }) =>
      code === 'RULE_BROKEN' ? [of] : [],
    );

  test('are held against what is typed, at every cell that they compare, and let go again', () => {
    const store = withRules();
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    expect(rulesAt(store, 'F1.1')).toEqual([]);
    store.change('F1.2', { value: '23' });
    expect(rulesAt(store, 'F1.1')).toEqual(['R1']);
    expect(rulesAt(store, 'F1.2')).toEqual(['R1']);
    expect(stateOf(store, 'F1.2')?.reading.needsComment).toBe(true);
    store.change('F1.2', { value: '25' });
    expect(rulesAt(store, 'F1.1')).toEqual([]);
    expect(stateOf(store, 'F1.1')?.reading.needsComment).toBe(false);
  });

  test('leave a cell as it is while another is typed, so that only that one is drawn', () => {
    const store = withRules();
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    store.change('F1.2', { value: '23' });
    const before = stateOf(store, 'F1.1');
    expect(before?.reading.hits).not.toEqual([]);
    store.change('F1.3', { value: '7' });
    expect(stateOf(store, 'F1.3')?.draft.value).toBe('7');
    expect(stateOf(store, 'F1.1')).toBe(before);
  });

  test('are those of the form as it was loaded last', () => {
    const store = withRules();
    store.setOnline(false);
    store.change('F1.2', { value: '23' });
    const told = { rule: 'R3', code: 'RULE_BROKEN', severity: 'WARN' as const, params: [] };
    const [first, ...rest] = cells;
    if (first === undefined) throw new Error('The form has no cells.');
    const current = { ...(first.current ?? revision), value: '24', hits: [told] };
    store.load([{ ...first, current }, ...rest], {
      rules: [
        { ...rule, operator: 'GT' },
        { ...rule, code: 'R3' },
      ],
      beside: [],
    });
    expect(rulesAt(store, 'F1.1')).toEqual(['R3']);
    expect(rulesAt(store, 'F1.2')).toEqual(['R3']);
  });

  test('know what stands beside the return, and keep an error back', () => {
    const store = withRules([{ indicator: 'X1', value: '20' }]);
    store.setOnline(false);
    store.change('F1.1', { value: '24' });
    expect(rulesAt(store, 'F1.1')).toEqual(['R2']);
    const entry = stateOf(store, 'F1.1');
    expect(entry && readinessOf(entry)).toBe('ERROR');
  });
});
