import type { ReactNode } from 'react';

/** The words that go with a chart, into pictures, files and citations too. */
export interface ChartFacts {
  /** The beginning of file names: "A4.2". */
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
  /** The address of exactly this view in exactly this release. */
  url: string;
}

export interface ChartFile {
  label: string;
  href: string;
}

export interface ChartCardProps {
  facts: ChartFacts;
  /** The title with the languages of its parts marked; the title of the facts if absent. */
  heading?: ReactNode;
  /** Exactly the plotted numbers. */
  table: ReactNode;
  /** The same numbers as a file. */
  csv: () => string;
  /** Released values with sources, notes and licences. */
  files: readonly ChartFile[];
  /** Address of the chart as a frame for other sites, where it has one. */
  embed?: string;
  citation: string;
  definition: ReactNode;
  /** The drawing. */
  children: ReactNode;
  /** What the reader can choose, at the beginning of the row under the drawing. */
  controls?: ReactNode;
  /** Comes directly under the drawing, such as what belongs to its axis. */
  below?: ReactNode;
  /** What the reader has to know before reading the lines. */
  note?: ReactNode;
  level?: 1 | 2 | 3;
  /** False if the table is shown instead of the drawing already. */
  tableFold?: boolean;
  /** Is the chart inside another site? Then there is only what is needed to read it, and a link to the whole page. */
  framed?: boolean;
}
