// The outlines of Norway and Denmark for our map, from Natural Earth (public domain) by way of world-atlas.
import { readFile } from "node:fs/promises";
import { feature } from "topojson-client";

const COUNTRIES = { no: "578", dk: "208" };
const SCALE = 60; // units of a degree of latitude; the same as in samskaper.ui.map
const NORTH = 72, MIDDLE = 15, SOUTH = 54.3, WEST = -6.2; // Svalbard and Jan Mayen are left out: no libraries' counties
const SMALLEST = 12; // square units; smaller islands are not seen

/** Where a place is on the map: sinusoidal about the middle meridian, so that areas are true. */
const place = ([lon, lat]) => [((lon - MIDDLE) * Math.cos((lat * Math.PI) / 180) - WEST) * SCALE, (NORTH - lat) * SCALE];

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + x * v - u * y;
}, 0) / 2);

const path = (ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;

/** Return one SVG file with a symbol for each country. */
export async function outlines(packages) {
  const world = JSON.parse(await readFile(`${packages}/world-atlas/countries-50m.json`, "utf8"));
  const symbols = Object.entries(COUNTRIES).map(([name, id]) => {
    const { geometry } = feature(world, world.objects.countries.geometries.find((one) => one.id === id));
    const rings = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
      .map(([outer]) => outer).filter((ring) => ring.every(([, lat]) => lat < NORTH && lat > SOUTH) && ring.every(([lon]) => lon > 0))
      .map((ring) => ring.map(place)).filter((ring) => area(ring) > SMALLEST);
    return `<path id="${name}" d="${rings.map(path).join("")}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"><defs>${symbols.join("")}</defs></svg>`;
}
