interface Measure {
  name: { text: string };
  unitText: { text: string };
}

/** Does the name of the indicator contain its unit, as in "… per 10,000 people"? */
export const nameHasUnit = ({ name, unitText }: Measure): boolean =>
  name.text.toLowerCase().includes(unitText.text.toLowerCase());
