// The first-level regions of a country as SVG paths, by ISO 3166-2. Source: Natural Earth, public domain. The shapes are older than
// 2022, so regions founded since have none, and cities that became regions of their own are drawn as points.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { geoArea, geoConicEqualArea, geoPath } from 'd3-geo';

const WIDTH = 600;
const HEIGHT = 380;
const STEP = 2;
/** A shape narrower than this (in pixels) is a city, and drawn as a point. */
const SMALLEST = 24;

/** ISO codes by the names in the files, as spelt there, because the codes in the files are old or given twice. */
const codes = {
  KAZ: {
    Aqtöbe: 'KZ-15',
    Qostanay: 'KZ-39',
    Qyzylorda: 'KZ-43',
    Atyrau: 'KZ-23',
    'West Kazakhstan': 'KZ-27',
    Aqmola: 'KZ-11',
    Qaraghandy: 'KZ-35',
    'North Kazakhstan': 'KZ-59',
    Pavlodar: 'KZ-55',
    'East Kazakhstan': 'KZ-63',
    Almaty: 'KZ-19',
    Mangghystau: 'KZ-47',
    'South Kazakhstan': 'KZ-61',
    Zhambyl: 'KZ-31',
    'Almaty City': 'KZ-75',
    Astana: 'KZ-71',
  },
  KGZ: {
    Bishkek: 'KG-GB',
    Chuy: 'KG-C',
    'Ysyk-Köl': 'KG-Y',
    Naryn: 'KG-N',
    Batken: 'KG-B',
    'Jalal-Abad': 'KG-J',
    Talas: 'KG-T',
    Osh: 'KG-O',
  },
  TJK: {
    'Gorno-Badakhshan': 'TJ-GB',
    Khatlon: 'TJ-KT',
    'Tadzhikistan Territories': 'TJ-RA',
    Leninabad: 'TJ-SU',
    Dushanbe: 'TJ-DU',
  },
  // Two shapes are named Tashkent, so these are found by their ids: first the region, then the city
  UZB: {
    Bukhoro: 'UZ-BU',
    Khorezm: 'UZ-XO',
    Karakalpakstan: 'UZ-QR',
    Navoi: 'UZ-NW',
    Samarkand: 'UZ-SA',
    Kashkadarya: 'UZ-QA',
    Surkhandarya: 'UZ-SU',
    Andijon: 'UZ-AN',
    Ferghana: 'UZ-FA',
    Namangan: 'UZ-NG',
    Jizzakh: 'UZ-JI',
    Sirdaryo: 'UZ-SI',
    'UZ.TA': 'UZ-TO',
    'UZ.TK': 'UZ-TK',
  },
};
/** Longitude and latitude of cities without a shape. */
const cities = { KGZ: { 'KG-GO': [72.8, 40.53] }, KAZ: { 'KZ-79': [69.6, 42.32] } };

/** The arcs of a TopoJSON file as lists of places [longitude, latitude]. */
function arcsOf({ arcs, transform }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      if (!transform) return [dx, dy];
      x += dx;
      y += dy;
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ];
    });
  });
}

function featuresOf(iso3) {
  const topology = JSON.parse(
    readFileSync(path.join(import.meta.dirname, `geo/adm1-${iso3.toLowerCase()}.topojson`), 'utf8'),
  );
  const arcs = arcsOf(topology);
  const ring = (indices) =>
    indices.flatMap((index, i) => {
      const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
      return i === 0 ? arc : arc.slice(1);
    });
  const [{ geometries }] = Object.values(topology.objects);
  return geometries.flatMap(({ type, id, properties, arcs: shape }) => {
    const code = codes[iso3][properties.name] ?? codes[iso3][id];
    if (code === undefined) return [];
    // draws no holes: an enclave has a shape of its own, on top
    const polygons = (type === 'Polygon' ? [shape] : shape).map(([outer]) => [ring(outer)]);
    const geometry = { type: 'MultiPolygon', coordinates: polygons };
    return [
      { type: 'Feature', code, geometry: geoArea(geometry) > 6 ? turned(geometry) : geometry },
    ];
  });
}

/** Reverses the rings: d3 takes a ring with the wrong orientation for the rest of the world. */
const turned = ({ type, coordinates }) => ({
  type,
  coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.toReversed())),
});

function thin(points) {
  const kept = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= STEP) kept.push(point);
  }
  return kept;
}

const round = Math.round;
const span = (numbers) => Math.max(...numbers) - Math.min(...numbers);

function drawCountry(iso3) {
  const features = featuresOf(iso3);
  const all = { type: 'FeatureCollection', features };
  // equal area, so that no region looks larger than it is
  const projection = geoConicEqualArea().parallels([37, 52]).rotate([-67, 0]).fitWidth(WIDTH, all);
  const [, [, bottom]] = geoPath(projection).bounds(all);
  if (bottom > HEIGHT) projection.fitSize([WIDTH, HEIGHT], all);
  const [[left, top], [right, end]] = geoPath(projection).bounds(all);
  const at = (place) => {
    const [x, y] = projection(place);
    return [round(x - left), round(y - top)];
  };
  const shapes = features
    .toSorted((a, b) => geoArea(b.geometry) - geoArea(a.geometry))
    .map(({ code, geometry }) => {
      const rings = geometry.coordinates
        .map(([outer]) => thin(outer.map(at)))
        .filter((ring) => ring.length > 3);
      const largest = geometry.coordinates.toSorted((a, b) => b[0].length - a[0].length)[0];
      const [x, y] = geoPath(projection).centroid({ type: 'Polygon', coordinates: largest });
      const d = rings.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join('');
      const width = span(largest[0].map((place) => at(place)[0]));
      return { code, d, x: round(x - left), y: round(y - top), width };
    });
  const points = Object.entries(cities[iso3] ?? {}).map(([code, place]) => {
    const [x, y] = at(place);
    return { code, x, y };
  });
  return {
    width: Math.ceil(right - left),
    height: Math.ceil(end - top),
    shapes: shapes.filter(({ width }) => width >= SMALLEST),
    points: [
      ...shapes.filter(({ width }) => width < SMALLEST).map(({ code, x, y }) => ({ code, x, y })),
      ...points,
    ],
  };
}

export function drawRegions() {
  const drawn = Object.fromEntries(Object.keys(codes).map((iso3) => [iso3, drawCountry(iso3)]));
  return `${JSON.stringify(drawn)}\n`;
}
