/** The meeting in Almaty: movement is counted from its year on. */
export const SINCE_YEAR = 2022;
