import { describe, expect, it } from '@jest/globals';
import type { AssessmentRow } from './assessment-row.ts';
import { inTurns } from './judged.ts';

describe('many indicators', () => {
  it('are judged in their order, and other work has its turn in between', async () => {
    const codes = Array.from({ length: 1000 }, (_, at) => `A${String(at)}`);
    const seen: number[] = [];
    let judged = 0;
    const look = () => {
      seen.push(judged);
      if (judged < codes.length) setImmediate(look);
    };
    setImmediate(look);
    const rows = await inTurns(codes, (subject) => {
      judged += 1;
      return { subject } as AssessmentRow;
    });
    expect(rows.map(({ subject }) => subject)).toEqual(codes);
    expect(seen.filter((at) => at > 0 && at < codes.length).length).toBeGreaterThan(1);
  });
});
