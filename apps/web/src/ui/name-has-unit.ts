interface Measure {
  name: { text: string };
  unitText: { text: string };
}

/** Some names say their unit: "… per 10,000 people". */
export const nameHasUnit = ({ name, unitText }: Measure): boolean =>
  name.text.toLowerCase().includes(unitText.text.toLowerCase());
