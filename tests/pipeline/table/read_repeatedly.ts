import { openTable } from "@/pipeline/table/open_table.ts";

/** A program: reads a table so many times in batches and prints the most resident memory it saw, in MiB. */
if (import.meta.main) {
  const [path = "", times = "1"] = Deno.args;
  const source = await openTable(path);
  let most = 0;
  for (let round = 0; round < Number(times); round++) {
    for await (const { frame } of source.batches()) {
      if (frame.height === 0) throw new Error("A batch has no rows.");
      most = Math.max(most, Deno.memoryUsage().rss);
    }
  }
  console.log(Math.round(most / 2 ** 20));
}
