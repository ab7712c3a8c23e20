import { describe, expect, test } from '@jest/globals';
import { mayApprove } from './four-eyes.ts';

const REVIEW = {
  reviewer: 'officer-1',
  author: 'reporter-1',
  reviewedRevision: 'r7',
  currentRevision: 'r7',
  openQuestion: null,
  closedQuestion: null,
};

describe('four eyes', () => {
  test('an officer approves the revision of someone else that is still the current one', () => {
    expect(mayApprove(REVIEW)).toEqual({ ok: true });
  });

  test('nobody approves a revision they authored', () => {
    expect(mayApprove({ ...REVIEW, reviewer: 'reporter-1' })).toEqual({
      ok: false,
      problem: { code: 'SAME_PERSON' },
    });
  });

  test('a revision saved while it was being reviewed is not approved unseen', () => {
    expect(mayApprove({ ...REVIEW, currentRevision: 'r8' })).toEqual({
      ok: false,
      problem: { code: 'REVISION_CHANGED' },
    });
  });

  test('an open question is not passed over', () => {
    const asked = { ...REVIEW, openQuestion: 'm2' };
    const refused = { ok: false, problem: { code: 'OPEN_QUESTION' } };
    expect(mayApprove(asked)).toEqual(refused);
    expect(mayApprove({ ...asked, closedQuestion: 'm1' })).toEqual(refused);
    expect(mayApprove({ ...asked, closedQuestion: 'm2' })).toEqual({ ok: true });
    expect(mayApprove({ ...REVIEW, closedQuestion: 'm2' })).toEqual({ ok: true });
  });

  test('the same person is named before the changed revision', () => {
    expect(mayApprove({ ...REVIEW, reviewer: 'reporter-1', currentRevision: 'r8' })).toEqual({
      ok: false,
      problem: { code: 'SAME_PERSON' },
    });
  });
});
