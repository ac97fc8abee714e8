import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { rowGroups } from "@/pipeline/evaluation/group_folds.ts";
import { pythonHas } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";
import { z } from "zod";

/**
 * What `healer train --learner auto` reaches on rows it has not seen, beside the peers, on the same folds: of
 * the 80 incidents of DBSherlock, or of the rows of A10. Takes hours, so it runs only when it is named:
 * `auto.ts dbsherlock|a10 [budget in seconds] [folds] [repeats] [ours|peers|both]`.
 */
async function main(
  [data = "dbsherlock", budget = "300", folds = "5", repeats = "1", who = "both"]: string[],
): Promise<void> {
  const peers = sharedFile("bench/peers.py");
  const paths = (files[data] ?? []).map(sharedFile);
  const [first] = paths;
  if (peers === undefined || first === undefined) {
    console.log(`Cannot measure the search: there is no ${data} in ../shared on this machine.`);
    return;
  }
  const hasPeers = ["sklearn", "xgboost", "pandas"].every(pythonHas);
  if (!hasPeers) console.log("Without peers: python3-sklearn, -xgboost and -pandas are not there.");
  const table = readLines(paths.filter((path) => path !== undefined));
  const folder = await Deno.makeTempDir();
  try {
    for (let repeat = 0; repeat < Number(repeats); repeat++) {
      for (const [fold, split] of splitsOf(table, Number(folds), repeat).entries()) {
        const [train, test] = [`${folder}/train.csv`, `${folder}/test.csv`];
        await writeRows(train, table, split.train);
        await writeRows(test, table, split.test);
        const scores: Record<string, number> = {};
        if (who !== "peers") scores["ours"] = await ours(train, test, table.label, budget);
        if (who !== "ours" && hasPeers) {
          Object.assign(scores, await peerScores(peers, train, test, table.label));
        }
        console.log(JSON.stringify({ data, repeat, fold, ...scores }));
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const files: Readonly<Record<string, readonly string[]>> = {
  dbsherlock: ["data/dbsherlock/train.csv", "data/dbsherlock/dev.csv"],
  a10: ["data/a10/train_5809.csv"],
};

/** A CSV file without quotes, line by line. */
interface Lines {
  readonly header: string;
  readonly rows: readonly string[];
  readonly label: string;
  readonly labels: readonly string[];
  /** The incident of each row, where the table has a column of them. */
  readonly groups: readonly string[] | null;
}

/** The rows of several files; the incidents of each are others, though their numbers may be the same. */
function readLines(paths: readonly string[]): Lines {
  const rows: string[] = [], labels: string[] = [], groups: string[] = [];
  let header = "", label = "", hasGroups = false;
  for (const [index, path] of paths.entries()) {
    const [head = "", ...lines] = Deno.readTextFileSync(path).trimEnd().split(/\r?\n/);
    const names = head.split(",");
    header = head;
    label = names.includes("fault") ? "fault" : "label";
    hasGroups = names[0] === "case_id";
    for (const line of lines) {
      const cells = line.split(",");
      const group = hasGroups ? `${index}-${cells[0]}` : "";
      groups.push(group);
      labels.push(cells[names.indexOf(label)]!);
      rows.push(hasGroups ? [group, ...cells.slice(1)].join(",") : line);
    }
  }
  return { header, rows, label, labels, groups: hasGroups ? groups : null };
}

function splitsOf({ labels, groups }: Lines, folds: number, seed: number) {
  const classes = [...new Set(labels)].sort();
  const codes = Int32Array.from(labels, (label) => classes.indexOf(label));
  return planSplits({
    kind: "k-fold",
    folds,
    seed,
    labels: { classes, codes },
    ...(groups ? { groups: rowGroups(groups).groupOf } : {}),
  }).splits;
}

async function writeRows(path: string, { header, rows }: Lines, which: Int32Array): Promise<void> {
  const lines = Array.from(which, (row) => rows[row]!);
  await Deno.writeTextFile(path, [header, ...lines, ""].join("\n"));
}

const scoreSchema = z.object({ macro_f1: z.number() });

async function ours(train: string, test: string, label: string, budget: string): Promise<number> {
  const model = `${train}.onnx`;
  const group = label === "fault" ? ["--group", "case_id"] : [];
  await healer(
    "train",
    train,
    "--label",
    label,
    ...group,
    "--learner",
    "auto",
    "--budget",
    budget,
    "--out",
    model,
  );
  const score = scoreSchema.parse(JSON.parse(await healer("evaluate", model, test, "--json")));
  await Promise.all(
    [model, `${model}.trials.jsonl`].map((path) =>
      Deno.remove(path).catch((error) => {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      })
    ),
  );
  return score.macro_f1;
}

async function healer(...args: string[]): Promise<string> {
  const main = new URL("../main.ts", import.meta.url).href;
  return await run(Deno.execPath(), ["run", "--allow-all", main, ...args]);
}

async function peerScores(
  program: string,
  train: string,
  test: string,
  label: string,
): Promise<Record<string, number>> {
  const lines = (await run("/usr/bin/python3", [program, train, test, "--label", label])).trim()
    .split("\n");
  const schema = z.object({ model: z.string(), macro_f1: z.number() });
  return Object.fromEntries(lines.map((line) => {
    const { model, macro_f1 } = schema.parse(JSON.parse(line));
    return [model, macro_f1];
  }));
}

async function run(command: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) await main(Deno.args);
