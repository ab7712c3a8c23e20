import type { Role } from './access.ts';
import { needsSecondPerson } from './account.ts';

/** What a person can show beside the password; a recovery code replaces one of the others that was lost. */
const SECOND_FACTORS = ['TOTP', 'PASSKEY', 'RECOVERY_CODE'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** The second factors that a person has set up. */
export interface OwnFactors {
  readonly authenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** For how many minutes after signing in a person may change the ways into their own account. */
export const FRESH_MINUTES = 15;

/**
 * Must an account of this role have a second factor? Those that need a second person must, because nobody below them can undo what they
 * do; but not in a demonstration, whose passwords are public.
 * Source: quality.md (Sessions).
 */
export function needsSecondFactor(role: Role, isDemonstration: boolean): boolean {
  return !isDemonstration && needsSecondPerson(role);
}

/** Has the person a second factor? Recovery codes alone do not count: they only come with one. */
export function hasSecondFactor({ authenticator, passkeys }: OwnFactors): boolean {
  return authenticator || passkeys > 0;
}

/** The next step for a person whose password was right. NOTHING: they are signed in. */
export type StepAfterPassword = 'NOTHING' | 'SHOW_FACTOR' | 'SET_UP_FACTOR';

/** The step that an unfinished sign-in waits for: a person with a second factor shows it, a person without sets one up. */
export function stepOfSignIn(factors: OwnFactors): Exclude<StepAfterPassword, 'NOTHING'> {
  return hasSecondFactor(factors) ? 'SHOW_FACTOR' : 'SET_UP_FACTOR';
}

/** A person with a second factor shows it; one who must have it and has none sets it up before anything else. */
export function stepAfterPassword(
  role: Role,
  factors: OwnFactors,
  isDemonstration: boolean,
): StepAfterPassword {
  const isAsked = hasSecondFactor(factors) || needsSecondFactor(role, isDemonstration);
  return isAsked ? stepOfSignIn(factors) : 'NOTHING';
}

/**
 * The next step for a person signed in by their organisation's provider. `amr`: the methods of signing in that the provider names
 * (RFC 8176). Only `mfa` means that a second factor was shown; any other method, or none, does not.
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

/** May a person remove one of their factors? Not the last one if they must have one: it can only be replaced. */
export function mayRemoveFactor(
  role: Role,
  { authenticator, passkeys }: OwnFactors,
  isDemonstration: boolean,
): boolean {
  return !needsSecondFactor(role, isDemonstration) || Number(authenticator) + passkeys > 1;
}

/** Crockford's base 32, which leaves out letters that look like digits. */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 characters are 120 bits, so that nobody can find the code for a hash by trying. */
export const RECOVERY_LENGTH = 24;
const GROUP = 6;

/** The code as it is shown and printed: in four groups. */
export function showRecoveryCode(code: string): string {
  return (code.match(new RegExp(`.{1,${String(GROUP)}}`, 'g')) ?? []).join('-');
}

const TOTP_CODE = /^\d{6}$/;
const RECOVERY_CODE = new RegExp(`^[${RECOVERY_ALPHABET}]{${String(RECOVERY_LENGTH)}}$`);

/**
 * Reads what somebody typed as a second factor: the six digits of an app or a recovery code, with any spaces and hyphens, in any
 * case, and with letters instead of the digits that they look like. null if it is neither.
 */
export function readFactorCode(
  typed: string,
): { factor: 'TOTP' | 'RECOVERY_CODE'; code: string } | null {
  const text = typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  if (TOTP_CODE.test(text)) return { factor: 'TOTP', code: text };
  const code = text.replaceAll('O', '0').replace(/[IL]/g, '1');
  return RECOVERY_CODE.test(code) ? { factor: 'RECOVERY_CODE', code } : null;
}
