import { describe, expect, it } from '@jest/globals';
import { languages, languageTag } from '@qadam/i18n';
import { composeMail } from './compose-mail.ts';
import type { Facts, Reader } from './notice.ts';

const areaNames = {
  en: 'Kyrgyzstan',
  ru: 'Кыргызстан',
  kk: 'Қырғызстан',
  ky: 'Кыргызстан',
  tg: 'Қирғизистон',
  uz: 'Qirgʻiziston',
};
const due = { area: 'KGZ', areaNames, cycle: 2025, dueOn: '2026-03-31', owed: 21, returned: 2 };
const cases: [string, Reader['role'], Facts][] = [
  ...([30, 7, 0, -7] as const).map((daysLeft): [string, Reader['role'], Facts] => [
    `a reminder at ${String(daysLeft)} days`,
    'REPORTER',
    { kind: 'REMINDER', ...due, daysLeft },
  ]),
  ['a nudge', 'REPORTER', { kind: 'NUDGE', ...due, daysLeft: 3 }],
  [
    'a returned value',
    'REPORTER',
    { kind: 'RETURNED', area: 'KGZ', areaNames, values: 5, cycle: 2025 },
  ],
  [
    'a new return',
    'OFFICER',
    { kind: 'SUBMITTED', area: 'KGZ', areaNames, values: 5, cycle: 2025, number: 'KGZ-2025-3' },
  ],
  [
    'the weekly digest',
    'OFFICER',
    {
      kind: 'DIGEST',
      late: [{ area: 'KGZ', areaNames, cycle: 2025, owed: 21 }],
      toReview: 5,
      returned: 2,
    },
  ],
  ...(['INVITATION', 'PASSWORD_LINK', 'EMAIL_LINK'] as const).map(
    (kind): [string, Reader['role'], Facts] => [
      `a mail with a link (${kind})`,
      'OFFICER',
      { kind, link: 'id', until: '2026-12-05' },
    ],
  ),
  ...(['SIGNATURE_ASKED', 'SIGNED', 'GIVEN_BACK'] as const).map(
    (kind): [string, Reader['role'], Facts] => [
      `a second signature (${kind})`,
      'REPORTER',
      { kind, area: 'KGZ', areaNames, values: 5, cycle: 2025 },
    ],
  ),
  ...[true, false].map((required): [string, Reader['role'], Facts] => [
    `the second signature switched ${required ? 'on' : 'off'}`,
    'REPORTER',
    { kind: 'SIGNATURE_RULE', area: 'KGZ', areaNames, required },
  ]),
  ['an account to confirm', 'OFFICER', { kind: 'CONFIRMATION' }],
  ['a planned release that was refused', 'OFFICER', { kind: 'RELEASE_REFUSED' }],
];

describe.each(cases)('%s', (_what, role, facts) => {
  it.each(languages)('is a whole mail for a reader of %s, in one language', async (language) => {
    const reader = { id: 'reader', name: 'A. Reader', role, language };
    const mail = await composeMail(reader, facts, 'https://qadam.example');
    // a mail is in the reader's own language or entirely in Russian, never in a mixture
    expect(['en', 'ru'].includes(language) ? [language] : [language, 'ru']).toContain(
      mail.language,
    );
    expect(mail.html).toContain(`<html lang="${languageTag(mail.language)}">`);
    expect(mail.subject.trim()).not.toBe('');
    expect(mail.text).toContain('A. Reader');
    expect(mail.text).toContain(`https://qadam.example/${language}/`);
    for (const text of [mail.subject, mail.text, mail.html]) {
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
      // no text is missing: otherwise its key would appear
      expect(text).not.toMatch(
        /\b(reminder|returned|submitted|signature|digest|link|confirmation|role)\.[a-zA-Z]/,
      );
    }
  });
});
