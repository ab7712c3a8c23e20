import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { light } from './tokens.ts';

const brand: MantineColorsTuple = [
  '#EEF4F9',
  '#DCE8F1',
  '#B9D1E3',
  '#8FB5D2',
  '#5F95BE',
  '#3A7BAC',
  '#1B6599',
  '#0B5C94',
  '#0C3B5E',
  '#082A44',
];

/** Mantine with our tokens; contrast is set where its defaults fail (filled buttons, error texts). */
export const theme = createTheme({
  fontFamily:
    "'Source Sans 3 Variable', 'Source Sans 3 Stand-in', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Consolas, monospace",
  headings: {
    fontFamily:
      "'Source Sans 3 Variable', 'Source Sans 3 Stand-in', 'Segoe UI', system-ui, sans-serif",
  },
  colors: { brand },
  primaryColor: 'brand',
  primaryShade: 8,
  black: light.ink,
  white: light.paper,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
