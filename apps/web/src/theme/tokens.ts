/** Colours of the light theme. tokens.css repeats them as custom properties; tokens.spec.ts compares the two and checks contrast. */
export const tokens = {
  ink: '#17212B',
  'ink-soft': '#4A5763',
  paper: '#FFFFFF',
  ground: '#F4F6F8',
  line: '#DDE3E8',
  'line-strong': '#76838F',
  brand: '#0C3B5E',
  'brand-tint': '#E6EFF6',
  link: '#0B5C94',
  focus: '#1B6CA8',
  error: '#A6322B',
} as const;
