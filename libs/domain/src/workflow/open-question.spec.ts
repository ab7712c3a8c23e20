import { expect, test } from '@jest/globals';
import { askedOf, openQuestion, type AskedMessage } from './open-question.ts';

const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (minute: number, role: string, question = false): AskedMessage => ({
  question,
  author: { role },
  createdAt: at(minute),
});
const asked = said(1, 'OFFICER', true);
const remark = said(2, 'OFFICER');
const answer = said(3, 'REPORTER');

test('a question is open until the reporter writes', () => {
  expect(askedOf([asked], [])).toEqual({ question: asked, answer: null });
  expect(askedOf([asked, remark], [])).toEqual({ question: asked, answer: null });
  expect(askedOf([asked, remark, answer], [])).toEqual({ question: asked, answer });
});

test('what the reporter wrote first is the answer', () => {
  expect(askedOf([asked, answer, said(4, 'REPORTER')], [])?.answer).toBe(answer);
});

test('a new question opens it again', () => {
  const again = said(4, 'OFFICER', true);
  expect(askedOf([asked, answer, again], [])).toEqual({ question: again, answer: null });
});

test.each(['APPROVED', 'RETURNED'])('%s closes what was asked before', (decision) => {
  expect(askedOf([asked], [{ decision, createdAt: at(5) }])).toBeNull();
  const later = said(6, 'OFFICER', true);
  expect(askedOf([asked, later], [{ decision, createdAt: at(5) }])?.question).toBe(later);
});

test('an approval that is undone opens no old question again', () => {
  const decisions = [
    { decision: 'APPROVED', createdAt: at(5) },
    { decision: 'APPROVAL_UNDONE', createdAt: at(6) },
  ];
  expect(askedOf([asked], decisions)).toBeNull();
});

test('where nobody asked, nothing is open', () => {
  expect(askedOf([], [])).toBeNull();
  expect(askedOf([remark, answer], [])).toBeNull();
});

test('only a question without an answer is open', () => {
  expect(openQuestion(askedOf([asked], []))).toBe(asked);
  expect(openQuestion(askedOf([asked, answer], []))).toBeNull();
  expect(openQuestion(null)).toBeNull();
});
