/** What is said of a chart wherever it goes. */
export interface ChartFacts {
  /** Stem of file names: "A4.2". */
  name: string;
  /** The measure and its unit. */
  title: string;
  /** One sentence computed from the data. */
  takeaway: string;
  /** Countries, period, release. */
  subtitle: string;
  /** Where the figures come from, and how many are not final. */
  source: string;
  /** How many of the figures are not final. */
  open: number;
  /** Shows exactly this view in exactly this release. */
  url: string;
}

export interface ChartFile {
  label: string;
  href: string;
}
