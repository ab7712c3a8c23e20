/** The page to which “Leave this site” leads: an ordinary one, for readers who must not be seen reading Qadam. */
export const EXIT_ADDRESS = 'https://www.google.com/';
