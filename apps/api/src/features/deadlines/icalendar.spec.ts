import { describe, expect, it } from '@jest/globals';
import { writeCalendar } from './icalendar.ts';

const NOW = new Date('2026-03-01T10:20:30.456Z');
const day = {
  uid: 'due-KGZ-2025@qadam.example',
  sequence: 3,
  day: '2026-03-31',
  summary: 'Due',
  url: 'https://qadam.example/en/report/KGZ/2025',
};

describe('a calendar', () => {
  it('has the lines that RFC 5545 asks for, each ended by CRLF', () => {
    expect(writeCalendar('Qadam', [day], NOW).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Qadam//Deadlines//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Qadam',
      'X-WR-CALNAME:Qadam',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'BEGIN:VEVENT',
      'UID:due-KGZ-2025@qadam.example',
      'DTSTAMP:20260301T102030Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20260331',
      'SUMMARY:Due',
      'URL:https://qadam.example/en/report/KGZ/2025',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what has a meaning of its own', () => {
    const summary = 'a, b; c\\d\ne';
    expect(writeCalendar('Qadam', [{ ...day, summary }], NOW)).toContain(
      'SUMMARY:a\\, b\\; c\\\\d\\ne\r\n',
    );
  });

  it.each(['Қазақстан: 2025 жылғы есептің тапсыру мерзімі '.repeat(4), '🗓️'.repeat(40)])(
    'folds long lines without cutting a letter: %s',
    (summary) => {
      const text = writeCalendar('Qadam', [{ ...day, summary }], NOW);
      for (const line of text.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
    },
  );
});
