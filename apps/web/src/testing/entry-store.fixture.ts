import type { FormRowFragment } from '../features/observations/return-form.generated.ts';
import type { SaveRequest } from '../features/observations/cell-draft.ts';
import { cell, savedCell } from './form.fixture.ts';

/** `count` empty cells of one return. */
export function emptyCells(count: number): FormRowFragment[] {
  return Array.from({ length: count }, (_, index) => {
    const text = `Indicator ${index + 1}`;
    const names = [{ lang: 'en' as const, text }];
    return { ...cell, indicator: `F1.${index + 1}`, name: { ...cell.name, text }, names };
  });
}

/** A server that recognises a repeated request by its key, as ours does. */
export class EntryServer {
  readonly asked: SaveRequest[] = [];
  readonly saved = new Map<string, FormRowFragment>();
  readonly answers = new Map<string, FormRowFragment>();
  loseAnswers = false;
  lastSource: string | null = null;
  down = false;

  readonly send = (request: SaveRequest) => {
    if (this.down) return Promise.reject(new TypeError('Failed to fetch'));
    this.asked.push(request);
    const { indicator, idempotencyKey, value, expectedVersion } = request;
    const known = this.answers.get(idempotencyKey);
    if (known) return Promise.resolve({ cell: known, problems: [] });
    const current = this.saved.get(indicator);
    if ((current?.version ?? 0) !== expectedVersion) {
      const conflict = { code: 'VERSION_CONFLICT', params: [] };
      return Promise.resolve({ cell: current ?? null, problems: [conflict] });
    }
    const { lastSource } = this;
    const full = { ...savedCell(value ?? '', expectedVersion + 1), indicator, lastSource };
    const cell = value === null ? { ...full, state: 'EMPTY' as const, current: null } : full;
    this.saved.set(indicator, cell);
    this.answers.set(idempotencyKey, cell);
    return this.loseAnswers
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve({ cell, problems: [] });
  };
}
