import { expect, test } from '@jest/globals';
import { parseAge } from './parse-age.ts';

test.each([
  ['15-49', 'Y15T49'],
  ['15–49 лет', 'Y15T49'],
  ['20-24', 'Y20T24'],
  ['18 to 29 years', 'Y18T29'],
  ['65+', 'Y_GE65'],
  ['60 лет и старше', 'Y_GE60'],
  ['15+ years', 'Y_GE15'],
  ['<18Y', 'Y_LT18'],
  ['до 18 лет', 'Y_LT18'],
  ['ALLAGE', '_T'],
  ['All ages', '_T'],
  ['20га чейин', 'Y_LT20'],
  ['18 жашка чейин', 'Y_LT18'],
  ['51 жана андан жогору', 'Y_GE51'],
  ['AGEGROUP_YEARS15PLUS', 'Y_GE15'],
  ['AGE_YTHADULT_YGE15', 'Y_GE15'],
  ['AGE_YTHADULT_Y15-24', 'Y15T24'],
])('%s is %s', (text, code) => {
  expect(parseAge(text)).toBe(code);
});

test.each(['', '2019', '49-15', 'women', '5', 'x'.repeat(100)])('“%s” is no age', (text) => {
  expect(parseAge(text)).toBeNull();
});
