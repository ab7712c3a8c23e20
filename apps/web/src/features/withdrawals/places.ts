import type { WithdrawalsQuery } from './withdrawals.generated.ts';

export type Places = WithdrawalsQuery['publishedPlaces'];

/** The name of a code, or the code itself where no release names it any more. */
export function nameIn(list: Places['areas'], code: string): string {
  return list.find((one) => one.code === code)?.name.text ?? code;
}
