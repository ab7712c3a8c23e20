/** A public page of every kind in the demonstration, without its language. */
export const publicPages = [
  '',
  '/actions/A5',
  '/actions/A7',
  '/indicators/A4.2',
  '/indicators/A1.1',
  '/indicators/A2.6',
  '/indicators/A5.6',
  '/countries',
  '/countries/KGZ',
  '/compare',
  '/compare?i=A4.2~A1.1~A2.2~A5.6&scale=progress&align=baseline',
  '/changes',
  '/releases',
  '/releases/2026.1',
  '/about/methods',
  '/data',
  '/about/api',
  '/quality',
  '/quality?c=KGZ&cell=2023.A4.2',
  '/search?q=shelter',
  '/help',
  '/about/privacy',
  '/about/accessibility',
  '/about/licences',
] as const;

export const widths = [1440, 360] as const;
