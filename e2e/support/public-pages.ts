/** Every public page of the demonstration, without its language. */
export const publicPages = [
  '',
  '/actions/A5',
  '/actions/A7',
  '/indicators/A4.2',
  '/indicators/A1.1',
  '/indicators/A2.6',
  '/indicators/A5.6',
  '/countries/KGZ',
  '/changes',
  '/releases',
  '/releases/2026.1',
  '/about/methods',
  '/help',
  '/about/privacy',
  '/about/accessibility',
  '/about/licences',
] as const;

export const widths = [1440, 360] as const;
