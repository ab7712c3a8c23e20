import { describe, expect, it } from '@jest/globals';
import { asAttachment } from '../../http/attachment.ts';
import { fileName } from './accept-file.ts';

describe('the name of an uploaded file', () => {
  it.each([
    ['Отчёт МВД 2025.pdf', 'Отчёт МВД 2025.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Aida\\letter.PDF', 'letter.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['"quoted"; filename=x.html', '_quoted__ filename=x.pdf'],
    ['.htaccess', 'file.pdf'],
    ['', 'file.pdf'],
    ['…', '….pdf'],
    ['letter. . .', 'letter.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
    [`x${'.'.repeat(1_000_000)}x`, 'x.pdf'],
  ])('%j becomes %j', (given, stored) => {
    expect(fileName(given, 'pdf')).toBe(stored);
  });

  it('is offered again in a header that no name can break', () => {
    expect(asAttachment('Отчёт (1)"\\.pdf')).toBe(
      'attachment; filename="_____ (1)__.pdf"; filename*=UTF-8\'\'%D0%9E%D1%82%D1%87%D1%91%D1%82%20%281%29%22%5C.pdf',
    );
  });
});
