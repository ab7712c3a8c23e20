import { expect, test } from '@jest/globals';
import { openQuestion } from './open-question.ts';

const asked = { question: true, author: { role: 'OFFICER' }, text: 'Which districts?' };
const remark = { question: false, author: { role: 'OFFICER' }, text: 'I wonder too.' };
const answer = { question: false, author: { role: 'REPORTER' }, text: 'All of them.' };

test('a question is open until the reporter writes', () => {
  expect(openQuestion([asked])).toBe(asked);
  expect(openQuestion([asked, remark])).toBe(asked);
  expect(openQuestion([asked, answer])).toBeNull();
});

test('a new question opens it again', () => {
  const again = { ...asked, text: 'And the city?' };
  expect(openQuestion([asked, answer, again])).toBe(again);
});

test('where nobody asked, nothing is open', () => {
  expect(openQuestion([])).toBeNull();
  expect(openQuestion([remark])).toBeNull();
});
