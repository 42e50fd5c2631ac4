import { describe, expect, test } from "vitest";
import { createAnalyser, loadModel, readConllu } from "../../src/language/index.ts";
import { NO_VECTORS } from "../../training/data/vectors.ts";
import { type Material, trainModel } from "../../training/model.ts";
import { Random } from "../../training/network/random.ts";
import { PLANS } from "../../training/plans.ts";
import { drawBatches, learningRate } from "../../training/schedule.ts";

const WHO = ["Envoys", "Ministers", "Troops", "Leaders"];
const WHAT = ["meet", "leave", "return", "agree"];

/** A treebank of one kind of sentence. */
const treebank = WHO.flatMap((who, w) =>
  WHAT.map((what, k) =>
    [
      k === 0 ? `# newdoc id = ${w}` : `# sent_id = ${w}${k}`,
      `1\t${who}\t${who.toLowerCase()}\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_`,
      `2\t${what}\t${what}\tVERB\tVBP\tMood=Ind\t0\troot\t_\tSpaceAfter=No`,
      "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
      "",
      "",
    ].join("\n"),
  ),
).join("");

const material: Material = {
  train: [...readConllu(treebank)],
  vectors: { width: 4, words: ["return"], values: Float32Array.of(1, 0, -1, 0.5) },
  language: "en",
  licence: "CC0-1.0",
};

const NO_DROPOUT = { input: 0, layer: 0, head: 0 };

const plan = {
  ...PLANS.small,
  name: "tiny",
  leastWeights: { tokens: 0, sentences: 0 },
  table: { vectorWords: 1, bits: [8, 8] as const },
  parser: {
    ...PLANS.small.parser,
    word: 16,
    hidden: 16,
    arc: 16,
    label: 16,
    epochs: 80,
    rate: 0.01,
    batch: 20,
    rates: NO_DROPOUT,
  },
};

const train = (given: Material): Uint8Array => trainModel(plan, given, { progress: () => undefined });

describe("training", () => {
  const bytes = train(material);

  test("gives the same bytes twice", () => {
    expect(Buffer.from(train(material)).equals(Buffer.from(bytes))).toBe(true);
  });

  test("gives other bytes for another seed", () => {
    const other = { ...plan, parser: { ...plan.parser, seed: 5 } };
    expect(Buffer.from(trainModel(other, material, { progress: () => undefined })).equals(Buffer.from(bytes))).toBe(
      false,
    );
  });

  test("gives a model that reads what it was taught", () => {
    const analysis = createAnalyser(loadModel(bytes)).analyse("Envoys return. Troops meet.");
    expect(analysis.relation).toEqual(["nsubj", "root", "punct", "nsubj", "root", "punct"]);
    expect(analysis.xpos).toEqual(["NNS", "VBP", ".", "NNS", "VBP", "."]);
    expect([...analysis.sentenceStart]).toEqual([0, 3, 6]);
  });

  test("does without vectors, for other languages", () => {
    expect(loadModel(train({ ...material, vectors: NO_VECTORS, language: "de" })).facts.language).toBe("de");
  });

  test("reports every epoch", () => {
    const epochs: number[] = [];
    trainModel({ ...plan, parser: { ...plan.parser, epochs: 2 } }, material, {
      progress: () => undefined,
      epoch: (epoch) => epochs.push(epoch),
    });
    expect(epochs).toEqual([0, 1]);
  });
});

describe("the schedule", () => {
  test("climbs, then falls to a fiftieth of the peak", () => {
    expect(learningRate(1, 0, 1000)).toBeCloseTo(1 / 150);
    expect(learningRate(1, 150, 1000)).toBeGreaterThan(0.9);
    expect(learningRate(1, 1000, 1000)).toBeCloseTo(0.02);
  });

  test("batches hold every item once, and no more tokens than they may", () => {
    const sizes = Array.from({ length: 50 }, (_, k) => 1 + (k % 9));
    const batches = drawBatches(sizes, (size) => size, 30, new Random(1));
    expect(batches.flat().sort()).toEqual([...sizes].sort());
    for (const batch of batches) expect(batch.reduce((sum, size) => sum + size + 1, 0)).toBeLessThanOrEqual(30);
  });
});
