/** The meeting in Almaty, from which every movement is counted. */
export const SINCE_YEAR = 2022;
