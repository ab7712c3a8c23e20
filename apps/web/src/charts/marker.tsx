import {
  countryCodes,
  countryStyle,
  regionColor,
  type CountryCode,
  type Marker as Shape,
} from '../theme/countries.ts';

const paths: Record<Exclude<Shape, 'circle'>, string> = {
  square: 'M-4-4H4V4H-4Z',
  triangle: 'M0-5.2 5 3.9H-5Z',
  diamond: 'M0-5.6 5.6 0 0 5.6-5.6 0Z',
};

/** The mark of a country; hollow while its value is not final. */
export function Marker({
  area,
  x,
  y,
  open,
  small,
}: {
  area: string;
  x: number;
  y: number;
  open?: boolean;
  small?: boolean;
}) {
  const { color, marker } = areaStyle(area);
  const look = {
    fill: open ? 'var(--paper)' : color,
    stroke: open ? color : 'var(--paper)',
    strokeWidth: open ? 2 : 1,
  };
  return (
    <g transform={`translate(${x} ${y})${small ? ' scale(0.65)' : ''}`}>
      {marker === 'circle' ? <circle r="4.6" {...look} /> : <path d={paths[marker]} {...look} />}
    </g>
  );
}

/** The same mark beside a name in the text. */
export function AreaMark({ area }: { area: string }) {
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <Marker area={area} x={0} y={0} />
    </svg>
  );
}

const isCountry = (area: string): area is CountryCode =>
  (countryCodes as readonly string[]).includes(area);

export function areaStyle(area: string): { color: string; marker: Shape } {
  return isCountry(area) ? countryStyle[area] : { color: regionColor, marker: 'circle' };
}

/** The opacity of a series: it is dimmed while another one stands out. Its name stays as dark as before. */
export const dimmed = (area: string, focus: string | null): number =>
  focus === null || focus === area ? 1 : 0.2;
