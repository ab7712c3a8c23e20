import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.ts';

const first = 'a first secret of thirty-two characters';
const second = 'a second secret, of more than thirty-two';

describe('what is sealed', () => {
  const sealed = seal([first], 'totp of 1', 'JBSWY3DPEHPK3PXP');

  it('is opened by the key that sealed it, beside newer ones too', () => {
    expect(unseal([first], 'totp of 1', sealed)).toEqual({
      text: 'JBSWY3DPEHPK3PXP',
      isOld: false,
    });
    expect(unseal([second, first], 'totp of 1', sealed)).toEqual({
      text: 'JBSWY3DPEHPK3PXP',
      isOld: true,
    });
  });

  it('does not show what it is, nor that two are alike', () => {
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(seal([first], 'totp of 1', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  });

  it('is opened by no other key, for nothing else, and not when it was changed', () => {
    expect(unseal([second], 'totp of 1', sealed)).toBeNull();
    expect(unseal([first], 'totp of 2', sealed)).toBeNull();
    expect(
      unseal([first], 'totp of 1', `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`),
    ).toBeNull();
    expect(unseal([first], 'totp of 1', '')).toBeNull();
  });
});
