import type { ReactNode } from 'react';

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

export interface ChartCardProps {
  /** What goes with the chart wherever it goes: into pictures, files and citations. */
  facts: ChartFacts;
  /** The title with the languages of its parts marked; else the title of the facts. */
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
  /** What may be chosen; begins the row under the drawing. */
  controls?: ReactNode;
  /** What belongs to the axis of the drawing. */
  below?: ReactNode;
  /** What the reader has to know before reading the lines. */
  note?: ReactNode;
  level?: 1 | 2 | 3;
  /** The table stands in the place of the drawing already. */
  tableFold?: boolean;
  /** Inside another site: only what is needed to read it, and the way to the whole page. */
  framed?: boolean;
}
