import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { runIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { Acknowledged } from "./kill_loop_record.ts";
import { filesIn } from "./temporary_workspace.ts";

const runOfCard = z.object({ run: runIdSchema });

/** What was acknowledged but is not there as it was, a line each. */
export async function lostItems(
  workspace: Workspace,
  acknowledged: Iterable<Acknowledged>,
): Promise<string[]> {
  const lost: string[] = [];
  for (const item of acknowledged) {
    try {
      if (!await isThere(workspace, item)) lost.push(`changed: ${JSON.stringify(item)}`);
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      lost.push(`${error.problem.code}: ${JSON.stringify(item)}`);
    }
  }
  return lost;
}

/** What should not be: damage, rows without their blobs, half transactions, gaps, leftovers. A line each. */
export async function brokenThings(workspace: Workspace): Promise<string[]> {
  const { runs, models, cellResults, diagnoses, pipelines } = workspace;
  const broken = (await workspace.findFlaws()).map(({ message }) => message.en);
  broken.push(...filesIn(join(workspace.folder, "scratch")).map((name) => `left over: ${name}`));
  const events = runs.eventsAfter(0, 1_000_000);
  if (!events.every(({ seq }, index) => seq === index + 1)) broken.push("the log has a gap");

  const finished = runs.list(1_000_000).filter(({ state }) => state === "finished");
  const storedRuns = {
    model: models.list().map(({ card }) => runOfCard.parse(card).run),
    pipeline: pipelines.list().flatMap(({ id }) => pipelines.versions(id))
      .map(({ document }) => runOfCard.parse(document).run),
    diagnosis: diagnoses.list().map(({ source }) => source),
    result: finished.filter(({ id }) => cellResults.get(id) !== undefined).map(({ id }) => id),
    event: events.flatMap(({ run, event }) =>
      z.object({ type: z.literal("finished") }).safeParse(event).success ? [run] : []
    ),
  };
  const expected = finished.map(({ id }) => id).sort().join();
  for (const [what, ids] of Object.entries(storedRuns)) {
    if (ids.sort().join() !== expected) broken.push(`half a transaction: ${what}`);
  }
  if (cellResults.count() !== finished.length) broken.push("half a transaction: results");
  if (runs.list(1_000_000).some(({ state }) => state === "running")) {
    broken.push("a run still runs");
  }
  return broken;
}

async function isThere(workspace: Workspace, item: Acknowledged): Promise<boolean> {
  switch (item.item) {
    case "dataset": {
      const { sha256, rows } = workspace.datasets.get(item.id);
      const { frame } = await readTable(workspace.blobs.path(sha256));
      return sha256 === item.sha256 && rows === item.rows && frame.height === rows;
    }
    case "revision":
      return hashOf(workspace.notebooks.content(item.id, item.revision)) === item.hash &&
        workspace.notebooks.get(item.id).revision >= item.revision;
    case "event":
      return hashOf(workspace.runs.eventsAfter(item.seq - 1, 1)[0]?.event) === item.hash;
    case "blob":
      return await workspace.blobs.findFlaw(item.sha256) === undefined;
    case "training": {
      const result = workspace.cellResults.get(item.key);
      return result?.files[0]?.sha256 === item.sha256 && hashOf(result.result) === item.hash &&
        workspace.models.get(item.model).sha256 === item.sha256 &&
        workspace.diagnoses.get(item.diagnosis).model === item.model &&
        workspace.pipelines.get(item.pipeline).name === "killed" &&
        workspace.runs.get(item.run).state === "finished";
    }
  }
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value) ?? "").digest("hex");
}
