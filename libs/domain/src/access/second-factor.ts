import type { Role } from './access.ts';

/** What a person can show beside the password; a recovery code stands in for a lost one of the others. */
const SECOND_FACTORS = ['TOTP', 'PASSKEY', 'RECOVERY_CODE'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** What a person has set up. */
export interface OwnFactors {
  readonly authenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** Minutes since signing in within which the ways into the own account can be changed. */
export const FRESH_MINUTES = 15;

/**
 * Must an account of this role have a second factor? Officers and administrators must, as what they do cannot be undone by anybody below
 * them; not in a demonstration, whose passwords are public.
 * Source: quality.md (Sessions).
 */
export function needsSecondFactor(role: Role, isDemonstration: boolean): boolean {
  return !isDemonstration && (role === 'OFFICER' || role === 'ADMIN');
}

/** Has the person anything to show beside the password? Recovery codes alone are none: they come with one. */
export function hasSecondFactor({ authenticator, passkeys }: OwnFactors): boolean {
  return authenticator || passkeys > 0;
}

/** What is asked of a person whose password was right. NOTHING: they are signed in. */
export type StepAfterPassword = 'NOTHING' | 'SHOW_FACTOR' | 'SET_UP_FACTOR';

/** What a sign-in waits for that is not finished: whoever has a second factor shows it, whoever has none sets one up. */
export function stepOfSignIn(factors: OwnFactors): Exclude<StepAfterPassword, 'NOTHING'> {
  return hasSecondFactor(factors) ? 'SHOW_FACTOR' : 'SET_UP_FACTOR';
}

/** Whoever has a second factor shows it; whoever must have one and has none sets it up before anything else. */
export function stepAfterPassword(
  role: Role,
  factors: OwnFactors,
  isDemonstration: boolean,
): StepAfterPassword {
  const isAsked = hasSecondFactor(factors) || needsSecondFactor(role, isDemonstration);
  return isAsked ? stepOfSignIn(factors) : 'NOTHING';
}

/**
 * What is asked of a person whom their organisation's provider has signed in. `amr`: how, in the provider's words (RFC 8176). Only `mfa` says
 * that a second factor was shown; whatever else is there, or nothing, does not.
 */
export function stepAfterProvider(
  amr: unknown,
  ...account: Parameters<typeof stepAfterPassword>
): StepAfterPassword {
  const showedFactor = Array.isArray(amr) && amr.includes('mfa');
  return showedFactor ? 'NOTHING' : stepAfterPassword(...account);
}

/** The factors that the person can choose from at sign-in. */
export function factorsToShow(factors: OwnFactors): SecondFactor[] {
  const has: Record<SecondFactor, boolean> = {
    TOTP: factors.authenticator,
    PASSKEY: factors.passkeys > 0,
    RECOVERY_CODE: factors.recoveryCodes > 0,
  };
  return SECOND_FACTORS.filter((factor) => has[factor]);
}

/** The last factor of somebody who must have one is replaced, not removed. */
export function mayRemoveFactor(
  role: Role,
  { authenticator, passkeys }: OwnFactors,
  isDemonstration: boolean,
): boolean {
  return !needsSecondFactor(role, isDemonstration) || Number(authenticator) + passkeys > 1;
}

/** Without letters and digits that are taken for one another (Crockford's base 32). */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 120 bits, so that a hash of it cannot be searched for. */
export const RECOVERY_LENGTH = 24;
const GROUP = 6;

/** As it is shown and printed: four groups. */
export function showRecoveryCode(code: string): string {
  return (code.match(new RegExp(`.{1,${String(GROUP)}}`, 'g')) ?? []).join('-');
}

const TOTP_CODE = /^\d{6}$/;
const RECOVERY_CODE = new RegExp(`^[${RECOVERY_ALPHABET}]{${String(RECOVERY_LENGTH)}}$`);

/**
 * What somebody typed as a second factor: the six digits of an app or a recovery code, with whatever spaces and hyphens, in any case,
 * and with letters for the digits that they look like. null where it is neither.
 */
export function readFactorCode(
  typed: string,
): { factor: 'TOTP' | 'RECOVERY_CODE'; code: string } | null {
  const text = typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  if (TOTP_CODE.test(text)) return { factor: 'TOTP', code: text };
  const code = text.replaceAll('O', '0').replace(/[IL]/g, '1');
  return RECOVERY_CODE.test(code) ? { factor: 'RECOVERY_CODE', code } : null;
}
