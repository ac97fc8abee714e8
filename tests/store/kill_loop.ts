import { join } from "node:path";
import { Random } from "@/pipeline/random.ts";
import { openWorkspace } from "@/store/workspace.ts";
import { brokenThings, lostItems } from "./kill_loop_check.ts";
import {
  type Acknowledged,
  type KillRecord,
  recordSchema,
  type Work,
  works,
} from "./kill_loop_record.ts";
import { startProgram } from "./program.ts";
import { filesIn } from "./temporary_workspace.ts";

/** What a kill loop has seen. */
export interface KillReport {
  readonly kills: number;
  /** Kills before the child had opened the workspace, and kills in the midst of some work. */
  readonly hits: Record<Work | "opening", number>;
  /** How much was acknowledged of each kind. */
  readonly acknowledged: Record<string, number>;
  /** Kills that left unfinished files behind, which the next opening removed. */
  readonly leftovers: number;
  readonly lost: string[];
  readonly broken: string[];
}

/** A new workspace after so many kills keeps the checks quick. */
const killsPerWorkspace = 20;

/**
 * Lets a child import, save and train in a workspace, kills it with SIGKILL at a random moment, opens the
 * workspace and checks that all is there that was acknowledged, and that nothing is broken; `kills` times.
 */
export async function killLoop(
  kills: number,
  seed: number,
  onKill: (kill: number) => void = () => {},
): Promise<KillReport> {
  const random = new Random(seed);
  const hits = { opening: 0, import: 0, save: 0, training: 0 };
  const counts: Record<string, number> = {};
  const lost = new Set<string>();
  const broken: string[] = [];
  let leftovers = 0;
  let folder = "";
  let acknowledged: Acknowledged[] = [];
  for (let kill = 0; kill < kills; kill++) {
    if (kill % killsPerWorkspace === 0) {
      if (folder !== "") await Deno.remove(folder, { recursive: true });
      folder = await Deno.makeTempDir({ prefix: "healer-kill-" });
      acknowledged = [];
    }
    const records = await killedChild(folder, random);
    for (const hit of workHit(records)) hits[hit]++;
    const items = records.filter((record) => "item" in record);
    for (const { item } of items) counts[item] = (counts[item] ?? 0) + 1;
    if (await hasLeftovers(folder)) leftovers++;

    await using workspace = await openWorkspace(folder);
    for (const item of await lostItems(workspace, [...acknowledged, ...items])) lost.add(item);
    broken.push(...await brokenThings(workspace));
    // A blob without a row is there until the next child collects garbage.
    acknowledged.push(...items.filter(({ item }) => item !== "blob"));
    onKill(kill + 1);
  }
  if (folder !== "") await Deno.remove(folder, { recursive: true });
  return { kills, hits, acknowledged: counts, leftovers, lost: [...lost], broken };
}

/**
 * What a child said before it was killed: in one of six cases while it starts, else some milliseconds after
 * it was ready or has ended some work once or twice.
 */
async function killedChild(folder: string, random: Random): Promise<KillRecord[]> {
  const killEarly = random.below(6) === 0;
  const work = works[random.below(works.length)];
  const times = random.below(3);
  const delay = random.below(killEarly ? 500 : 100);
  const child = startProgram("kill_loop_child.ts", folder, String(random.uint32()));
  let isMarked = false;
  const killLater = (): void => {
    isMarked = true;
    setTimeout(() => child.kill("SIGKILL"), delay);
  };
  if (killEarly) killLater();
  const records: KillRecord[] = [];
  let rest = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    // The last line may be cut off.
    rest = lines.pop() ?? "";
    records.push(...lines.map((line) => recordSchema.parse(JSON.parse(line))));
    const ended = records.filter((record) => "ends" in record && record.ends === work).length;
    if (!isMarked && records.length > 0 && ended >= times) killLater();
  }
  const { signal } = await child.status;
  if (signal !== "SIGKILL") throw new Error("The child ended by itself.");
  await child.stdin.close().catch(() => undefined);
  return records;
}

/** What the child was doing when it was killed. */
function workHit(records: readonly KillRecord[]): (Work | "opening")[] {
  if (!records.some((record) => "ready" in record)) return ["opening"];
  return works.filter((work) => {
    const count = (key: "begins" | "ends") =>
      records.filter((record) => key in record && Object.values(record).includes(work)).length;
    return count("begins") > count("ends");
  });
}

async function hasLeftovers(folder: string): Promise<boolean> {
  const scratch = join(folder, "scratch");
  const info = await Deno.stat(scratch).catch(() => undefined);
  return info !== undefined && filesIn(scratch).length > 0;
}

if (import.meta.main) {
  const [kills = "200", seed = String(Date.now() % 1e6)] = Deno.args;
  console.error(`${kills} kills, seed ${seed}`);
  const report = await killLoop(Number(kills), Number(seed), (kill) => {
    if (kill % 20 === 0) console.error(`${kill} of ${kills}`);
  });
  const { lost, broken, ...seen } = report;
  for (const line of [...lost, ...broken].slice(0, 20)) console.error(line);
  console.log(JSON.stringify({ ...seen, lost: lost.length, broken: broken.length }));
  if (lost.length + broken.length > 0) Deno.exit(1);
}
