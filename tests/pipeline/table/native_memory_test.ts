import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import pl from "nodejs-polars";
import { Random } from "@/pipeline/random.ts";
import { withFolder } from "./temporary_file.ts";

const program = fileURLToPath(new URL("read_repeatedly.ts", import.meta.url));

function peakMemory(path: string, times: number): number {
  const permissions = ["--allow-read", "--allow-env", "--allow-sys", "--allow-ffi"];
  const run = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", ...permissions, program, path, String(times)],
  }).outputSync();
  assert.ok(run.success, new TextDecoder().decode(run.stderr));
  return Number(new TextDecoder().decode(run.stdout));
}

describe("reading in batches", () => {
  it("does not keep the frames it has handed out", async () => {
    const rows = 50_000, columns = 80;
    const random = new Random(1);
    const series = Array.from(
      { length: columns },
      (_, index) =>
        pl.Series(`c${index}`, Float64Array.from({ length: rows }, () => random.next())),
    );
    await withFolder((folder) => {
      const path = `${folder}/t.parquet`;
      pl.DataFrame(series).writeParquet(path);
      const once = peakMemory(path, 1);
      const often = peakMemory(path, 15);
      const handedOut = 15 * rows * columns * 8 / 2 ** 20;
      assert.ok(often < once + handedOut / 2, `${once} MiB once, ${often} MiB after 15 times`);
      return Promise.resolve();
    });
  });
});
