/** Where somebody who must not be seen reading Qadam is led at once: a page that is open on many screens. */
export const EXIT_ADDRESS = 'https://www.google.com/';
