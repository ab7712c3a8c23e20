/** The browser answers the reader between two steps: one long task would hold a tap on a slow phone. */
export const pause = () => new Promise((resolve) => setTimeout(resolve));
