import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
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

const fontFamily =
  "'Source Sans 3 Variable', 'Source Sans 3 Stand-in', 'Segoe UI', system-ui, sans-serif";

/** Mantine with our tokens; contrast is set where its defaults fail (filled buttons, error texts). */
export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Consolas, monospace",
  headings: { fontFamily },
  colors: { brand },
  primaryColor: 'brand',
  primaryShade: 8,
  black: light.ink,
  white: light.paper,
  defaultRadius: 'sm',
  fontSizes: { xs: '0.875rem', sm: '0.9375rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // hints come below the field; no star marks required fields: if one is missing, the refusal says so
    InputWrapper: {
      defaultProps: {
        inputWrapperOrder: ['label', 'input', 'description', 'error'],
        withAsterisk: false,
      },
    },
    Textarea: { defaultProps: { resize: 'vertical' } },
    Table: { vars: () => ({ table: { '--table-border-color': 'var(--line)' } }) },
  },
});

/** Colours of Mantine itself are replaced by ours, which are checked for contrast in light and dark. */
const colors = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--brand-tint)',
  '--mantine-color-default-color': 'var(--brand)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--none-tint)',
  '--mantine-color-disabled-color': 'var(--none-ink)',
  // buttons and boxes that are pressed or ticked, and the text in them
  '--mantine-color-brand-filled': 'var(--brand)',
  '--mantine-color-brand-filled-hover': 'var(--link)',
  '--mantine-color-white': 'var(--on-brand)',
  // fields and checkboxes: their frame, which has another name in each scheme, and in the dark scheme their ground
  '--mantine-color-gray-4': 'var(--line-strong)',
  '--mantine-color-dark-4': 'var(--line-strong)',
  '--mantine-color-dark-6': 'var(--paper)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: colors,
  dark: colors,
});
