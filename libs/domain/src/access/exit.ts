/** Where “Leave this site” leads: an ordinary page, for readers who must not be seen reading Qadam. */
export const EXIT_ADDRESS = 'https://www.google.com/';
