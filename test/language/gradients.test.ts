import { describe, expect, test } from "vitest";
import { type Example, Network, type NetworkOptions } from "../../training/network/network.ts";
import { Random } from "../../training/network/random.ts";

const VECTOR_WIDTH = 4;

const OPTIONS: NetworkOptions = {
  shape: { word: 8, hidden: 8, layers: 2, tagLayer: 0, arc: 8, label: 8, tags: 5, relations: 6 },
  rates: { input: 0.2, layer: 0.2, head: 0.2 },
  seed: 7,
  tableRows: 14,
  firstWord: 7,
  vectors: Float32Array.from({ length: 5 * VECTOR_WIDTH }, (_, k) => Math.sin(k * 1.7)),
  vectorWidth: VECTOR_WIDTH,
  capacity: 40,
  longest: 12,
  megabytes: 16,
};

function examples(): Example[] {
  const random = new Random(3);
  const below = (limit: number) => Math.floor(random.next() * limit);
  return [5, 3, 7, 1].map((size) => ({
    tokens: Array.from({ length: size }, () => ({
      rows: Int32Array.of(7 + below(7), 2 + below(5)),
      vector: below(6) - 1,
      count: 10,
    })),
    heads: Int32Array.from({ length: size }, (_, token) => token),
    relations: Int32Array.from({ length: size }, () => below(6)),
    tags: Int32Array.from({ length: size }, () => below(5)),
  }));
}

const summedLoss = (network: Network, batch: Example[]): number => {
  const { losses, tokens } = network.gradients(batch, false);
  return (losses.arc + losses.label + losses.tag) * tokens;
};

function settle(network: Network, batch: Example[]): void {
  for (let step = 0; step < 15; step++) network.learn(batch, 0.01);
  for (const { gradient } of network.parameters.all) gradient.data.fill(0);
}

describe("gradients of the network", () => {
  const network = new Network(OPTIONS);
  const batch = examples();
  settle(network, batch);
  network.gradients(batch, false);
  const analytic = network.parameters.all.map(({ gradient }) => gradient.data.slice());

  test.each(network.parameters.all.map(({ name }, index) => ({ name, index })))(
    "$name agrees with central differences",
    ({ index }) => {
      const { weight } = network.parameters.all[index];
      const gradient = analytic[index];
      const order = [...gradient.keys()].sort((a, b) => Math.abs(gradient[b]) - Math.abs(gradient[a]));
      const step = 0.004;
      for (const element of order.slice(0, 5)) {
        const kept = weight.data[element];
        weight.data[element] = kept + step;
        const above = summedLoss(network, batch);
        weight.data[element] = kept - step;
        const below = summedLoss(network, batch);
        weight.data[element] = kept;
        const numeric = (above - below) / (2 * step);
        expect(Math.abs(numeric - gradient[element])).toBeLessThan(0.03 * Math.abs(gradient[element]) + 0.01);
      }
      expect(order.length).toBeGreaterThan(0);
    },
  );

  test("learning lowers the loss", () => {
    const fresh = new Network(OPTIONS);
    const before = summedLoss(fresh, batch);
    settle(fresh, batch);
    expect(summedLoss(fresh, batch)).toBeLessThan(before);
  });
});
