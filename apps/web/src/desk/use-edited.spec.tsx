import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useEdited } from './use-edited.ts';

const conflict = { code: 'VERSION_CONFLICT', params: [] };

test('what is typed while a save is under way stays, over what was stored', () => {
  const { result } = renderHook(() => useEdited(() => ({ name: 'Old', note: '', version: 1 })));
  act(() => result.current.setDraft({ ...result.current.draft, name: 'New' }));
  const sent = result.current;
  act(() => result.current.setDraft({ ...result.current.draft, note: 'typed since' }));
  act(() => sent.answered({ name: 'New', note: '', version: 2 }, []));
  expect(result.current.draft).toEqual({ name: 'New', note: 'typed since', version: 2 });
  expect(result.current.unsaved).toBe(true);
});

test('after a save without anything typed since nothing is unsaved', () => {
  const { result } = renderHook(() => useEdited(() => ({ name: 'Old', version: 1 })));
  act(() => result.current.setDraft({ ...result.current.draft, name: 'New' }));
  act(() => result.current.answered({ name: 'New', version: 2 }, []));
  expect(result.current.draft).toEqual({ name: 'New', version: 2 });
  expect(result.current.unsaved).toBe(false);
});

test('after an edit conflict what was typed stays, with what was typed since', () => {
  const { result } = renderHook(() => useEdited(() => ({ name: 'Old', note: '', version: 1 })));
  act(() => result.current.setDraft({ ...result.current.draft, name: 'Mine' }));
  const sent = result.current;
  act(() => result.current.setDraft({ ...result.current.draft, note: 'typed since' }));
  act(() => sent.answered({ name: 'Theirs', note: '', version: 2 }, [conflict]));
  expect(result.current.draft).toEqual({ name: 'Mine', note: 'typed since', version: 2 });
});
