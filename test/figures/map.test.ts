import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "../../src/figures/map-labels.ts";
import { arcOf, regionView, worldView } from "../../src/figures/map-view.ts";

const WIDTH = 600;
const HEIGHT = 300;

const dot = fc.record({
  name: fc.string({ minLength: 3, maxLength: 18 }),
  x: fc.double({ min: 10, max: WIDTH - 10, noNaN: true }),
  y: fc.double({ min: 10, max: HEIGHT - 10, noNaN: true }),
  r: fc.double({ min: 3, max: 10, noNaN: true }),
});

test("names of a map never lie on each other, nor outside of it", () => {
  fc.assert(
    fc.property(fc.array(dot, { minLength: 1, maxLength: 30 }), (dots) => {
      const labels = placeLabels(dots, dots, WIDTH, HEIGHT);
      for (const [at, { box }] of labels.entries()) {
        expect(box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= HEIGHT).toBe(true);
        for (const { box: other } of labels.slice(at + 1))
          expect(
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top,
          ).toBe(true);
      }
    }),
  );
});

test("the first named of crowded places is always told, the others where there is room", () => {
  const crowd = Array.from({ length: 40 }, (_, at) => ({
    name: `Place number ${at}`,
    x: 280 + 9 * (at % 8),
    y: 130 + 9 * Math.floor(at / 8),
    r: 5,
  }));
  const labels = placeLabels(crowd, crowd, WIDTH, HEIGHT);
  expect(labels[0]).toMatchObject({ name: "Place number 0" });
  expect(labels.length).toBeGreaterThan(3);
  expect(labels.length).toBeLessThan(40);
  expect(labels.some(({ leader }) => leader !== undefined)).toBe(true);
});

test("the shortest arc of longitudes crosses the antimeridian where that is shorter", () => {
  expect(arcOf([40, 116])).toEqual([40, 76]);
  const [west, span] = arcOf([140, -150]);
  expect([west, span]).toEqual([140, 70]);
  expect(arcOf([20])).toEqual([20, 0]);
});

test("places on both sides of the antimeridian stand in one picture, in their order and near its middle", () => {
  const [tokyo, bering, anchorage] = [
    { lon: 139.7, lat: 35.7 },
    { lon: -178, lat: 58 },
    { lon: -149.9, lat: 61.2 },
  ];
  const { projection, height } = regionView([tokyo, bering, anchorage], WIDTH);
  const xs = [tokyo, bering, anchorage].map(({ lon, lat }) => projection([lon, lat]) ?? [Number.NaN, Number.NaN]);
  expect(xs[0][0]).toBeLessThan(xs[1][0]);
  expect(xs[1][0]).toBeLessThan(xs[2][0]);
  for (const [x, y] of xs) {
    expect(x > 0 && x < WIDTH).toBe(true);
    expect(y > 0 && y < height).toBe(true);
  }
});

test("every place of the earth where people live stands inside the world's map", () => {
  const { projection, height } = worldView(WIDTH);
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -50, max: 68, noNaN: true }),
      (lon, lat) => {
        const [x, y] = projection([lon, lat]) ?? [Number.NaN, Number.NaN];
        expect(x >= -1 && x <= WIDTH + 1 && y >= 0 && y <= height).toBe(true);
      },
    ),
  );
});
