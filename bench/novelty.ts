import { type NoveltyScorer, openNovelty } from "@/pipeline/diagnosis/novelty.ts";
import { incidentScore, strangeRow } from "@/pipeline/model/incident_novelty.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { NoveltyQuantiles } from "@/pipeline/model/novelty_grid.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { readNovelty } from "@/pipeline/model/stored_novelty.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";
import { rowGroups } from "@/pipeline/evaluation/group_folds.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import { pythonHas } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";
import {
  type Incidents,
  leaveOut,
  type LeftOut,
  readIncidents,
  simulateIncidents,
} from "./novelty_splits.ts";

/** The share of known rows, or incidents, that may be called unknown. */
const falseAlarms = 0.05;

/** How many rows are simulated, and by how many trees they are told apart. */
const simulatedRows = 5000, simulatedTrees = 60;

/** The learners measured. */
const learners: readonly string[] = ["random-forest", "gradient-boosting"];

/**
 * How many rows and incidents of a fault that training has not seen are called unknown, each fault left out in turn,
 * and how many that are known; of incidents of the simulator, another cluster for each seed, and of DBSherlock,
 * beside scikit-learn's maximum probability, nearest neighbours and isolation forest on the same rows. Then the
 * false alarms on the drifted rows of A10, and the time of 100,000 rows.
 *
 * Usage: `novelty.ts [seeds] [learner]`
 */
async function main(seeds: number, learner: string): Promise<void> {
  if (!(seeds >= 1) || !learners.includes(learner)) {
    throw new TypeError(`Usage: novelty.ts [seeds] [${learners.join("|")}]`);
  }
  await measureAll(
    "simulator",
    (seed) => simulateIncidents(simulatedRows, seed),
    seeds,
    learner,
    simulatedTrees,
  );
  const incidents = await readIncidents();
  if (incidents === undefined) {
    console.log("Cannot measure on DBSherlock: ../shared/data/dbsherlock is not on this machine.");
  } else {
    await measureAll("DBSherlock", () => incidents, seeds, learner, 100);
  }
  await measureDrift(seeds);
}

/** Prints the figures of each seed as soon as they are known, and those of all at last. */
async function measureAll(
  name: string,
  incidentsOf: (seed: number) => Incidents,
  seeds: number,
  learner: string,
  trees: number,
): Promise<void> {
  const found = new Map<string, number[][]>();
  for (let seed = 0; seed < seeds; seed++) {
    const incidents = incidentsOf(seed);
    const random = new Random(seed);
    for (const left of [...incidents.labels.classes.keys(), nothing]) {
      if (left === incidents.normal) continue;
      const split = leaveOut(incidents, left === nothing ? [] : [left], random);
      for (const [figure, value] of await measure(split, left, { seed, learner, trees })) {
        if (Number.isNaN(value)) continue;
        const ofSeeds = found.get(figure) ?? Array.from({ length: seeds }, () => []);
        ofSeeds[seed]?.push(value);
        found.set(figure, ofSeeds);
      }
    }
    console.log(`\n${name}, ${learner}, ${seed + 1} of ${seeds} seeds`);
    for (const [figure, values] of found) {
      console.log(`${figure.padEnd(58)} ${spread(values.slice(0, seed + 1))}`);
    }
  }
}

/** In place of the fault left out, where every fault has been trained on. */
const nothing = -1;

/** How a model is trained. */
interface Training {
  readonly seed: number;
  readonly learner: string;
  readonly trees: number;
}

async function measure(
  split: LeftOut,
  left: number,
  training: Training,
): Promise<[string, number][]> {
  const { train, test } = split;
  await using model = await modelOf(train.matrix, train.labels, training, train.groups);
  const p = await pValues(model, test.matrix);
  const isUnknown = Array.from(test.codes, (code) => code === left);
  const around = new Set(test.groups.filter((_, row) => isUnknown[row]));
  const isAround = test.groups.map((group, row) => around.has(group) && !isUnknown[row]);
  const isKnown = test.groups.map((group) => !around.has(group));
  const isStrange = Array.from(p, (value) => value <= falseAlarms);
  const of = (flags: readonly boolean[], rows: readonly boolean[]): number =>
    share(flags.filter((_, row) => rows[row]));
  const [incident, incidentFalse] = incidentShares(model, p, test.groups, isUnknown);
  if (left === nothing) {
    return [
      ["every fault known: rows, p ≤ 0.05", of(isStrange, isKnown)],
      ["every fault known: incidents, p ≤ 0.05", incidentFalse],
    ];
  }
  return [
    [
      "ours, rows, at 5 % of the known ones tested",
      of(strangest(p.map((value) => -value), isUnknown), isUnknown),
    ],
    ["ours, rows, p ≤ 0.05", of(isStrange, isUnknown)],
    ["ours, rows of incidents of known faults, p ≤ 0.05", of(isStrange, isKnown)],
    ["ours, normal rows around the fault left out, p ≤ 0.05", of(isStrange, isAround)],
    ["ours, incidents, p ≤ 0.05", incident],
    ["ours, known incidents, p ≤ 0.05", incidentFalse],
    ...[...await peerScores(split, training.seed)].map(([name, scores]): [string, number] => [
      `${name}, rows, at 5 % of the known ones tested`,
      of(strangest(Float32Array.from(scores), isUnknown), isUnknown),
    ]),
  ];
}

/** The rows stranger than all but a share of the known ones. */
function strangest(scores: Float32Array, isUnknown: readonly boolean[]): boolean[] {
  const known = scores.filter((_, row) => !isUnknown[row]).sort();
  const limit = known[Math.ceil((1 - falseAlarms) * (known.length - 1))]!;
  return Array.from(scores, (score) => score > limit);
}

function incidentShares(
  model: ModelFile,
  p: Float32Array,
  groups: readonly string[],
  isUnknown: readonly boolean[],
): [number, number] {
  const stored = model.summary()?.novelty;
  const grid = stored && readNovelty(stored).incidents;
  if (grid === undefined) throw new TypeError("Cannot score incidents without groups.");
  const quantiles = new NoveltyQuantiles(grid);
  const { count, rows, starts } = rowGroups(groups);
  const flags: [boolean[], boolean[]] = [[], []];
  for (let group = 0; group < count; group++) {
    const own = rows.subarray(starts[group], starts[group + 1]);
    const strange = own.filter((row) => p[row]! <= strangeRow).length;
    const isFound = quantiles.pValue(incidentScore(strange, own.length)) <= falseAlarms;
    flags[own.some((row) => isUnknown[row]) ? 0 : 1].push(isFound);
  }
  return [share(flags[0]), share(flags[1])];
}

async function peerScores({ train, test }: LeftOut, seed: number): Promise<Map<string, number[]>> {
  if (!pythonHas("sklearn")) return new Map();
  const folder = await Deno.makeTempDir();
  try {
    const write = (name: string, { buffer }: Float32Array | Int32Array): Promise<void> =>
      Deno.writeFile(`${folder}/${name}`, new Uint8Array(buffer.slice(0)));
    await write("train.f32", train.matrix.values);
    await write("test.f32", test.matrix.values);
    await write("codes.i32", train.labels.codes);
    const program = new URL("novelty_peer.py", import.meta.url).pathname;
    const args = [program, folder, String(train.matrix.names.length), String(seed)];
    const { success, stdout, stderr } = await new Deno.Command("/usr/bin/python3", { args })
      .output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return new Map(Object.entries(JSON.parse(new TextDecoder().decode(stdout))));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measureDrift(seeds: number): Promise<void> {
  const train = sharedFile("data/a10/train_5809.csv");
  const later = sharedFile("data/a10/target_labelled_300.csv");
  if (train === undefined || later === undefined) return;
  const known = await readLabelledFile(train, "label", ["sample_id"]);
  const drifted = await readLabelledFile(later, "label", ["sample_id"], known.labels.classes);
  const shares: number[][] = [];
  for (let seed = 0; seed < seeds; seed++) {
    await using model = await modelOf(known.matrix, known.labels, {
      seed,
      learner: "random-forest",
      trees: 100,
    });
    const p = await pValues(model, drifted.matrix);
    shares.push([share(Array.from(p, (value) => value <= falseAlarms))]);
    if (seed === 0) timeRows(scorerOf(model), known.matrix, known.labels.classes.length);
  }
  console.log(`A10, later collection, all faults known, p ≤ 0.05: ${spread(shares)}`);
}

function timeRows(scorer: NoveltyScorer, { values, names }: FeatureMatrix, classes: number): void {
  const rows = 100_000, width = names.length;
  const many = Float32Array.from(
    { length: rows * width },
    (_, cell) => values[cell % values.length]!,
  );
  const even = new Float32Array(rows * classes).fill(1 / classes);
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    scorer.pValues(many, even, rows);
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  console.log(`100,000 × ${width} rows: ${seconds[0]!.toFixed(2)}–${seconds[4]!.toFixed(2)} s`);
}

async function modelOf(
  matrix: FeatureMatrix,
  labels: Labels,
  { seed, learner, trees }: Training,
  groups: string[] | null = null,
): Promise<ModelFile> {
  const table: TrainingTable = {
    matrix,
    labels: groups === null ? labels : { ...labels, groups: rowGroups(groups).groupOf },
    groups,
    times: null,
    features: matrix.names.map((name) => ({ name, type: "number" })),
    columns: { label: "fault", id: null, group: groups && "case_id", time: null, ignored: [] },
    source: { name: "rows.csv", sha256: "" },
    unlabelled: 0,
    quarantined: 0,
    notices: [],
  };
  const recipe = defaultRecipe(learner, learner === "random-forest" ? { trees } : {});
  const options = { folds: 5, keepRows: false };
  const { bytes } = await trainModel(table, recipe, options, { ...quietContext(seed), threads: 2 });
  return await openModelBytes(bytes, "model.onnx");
}

function scorerOf(model: ModelFile): NoveltyScorer {
  const scorer = openNovelty(model);
  if (scorer === null) throw new TypeError("Cannot score rows without out-of-fold predictions.");
  return scorer;
}

async function pValues(model: ModelFile, { values, rows }: FeatureMatrix): Promise<Float32Array> {
  return scorerOf(model).pValues(values, await model.model.runProbabilities(values, rows), rows);
}

function share(flags: readonly boolean[]): number {
  return flags.filter((flag) => flag).length / flags.length;
}

/** The mean of each seed's mean, its standard deviation, and the means. */
function spread(seeds: readonly (readonly number[])[]): string {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = seeds.filter((values) => values.length > 0).map(mean);
  const whole = mean(means);
  const variance = means.reduce((sum, each) => sum + (each - whole) ** 2, 0) /
    Math.max(1, means.length - 1);
  const shown = means.map((each) => each.toFixed(3)).join(" ");
  return `${whole.toFixed(3)} ± ${Math.sqrt(variance).toFixed(3)}  (${shown})`;
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5), Deno.args[1] ?? "random-forest");
