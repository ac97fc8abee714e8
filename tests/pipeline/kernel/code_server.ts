import { join } from "node:path";
import { encodeTables } from "@/pipeline/code/table_bytes.ts";
import { runCode } from "@/pipeline/kernel/code_process.ts";

/** A stand-in for the server: runs code that spins in the folder it is told, and says so. */
const folder = Deno.args[0] ?? "";
const folders = { empty: join(folder, "empty"), table: join(folder, "table") };
await Deno.mkdir(folders.empty);
const tables = join(folder, "tables");
await Deno.writeFile(tables, encodeTables([]));
const source = 'console.log("spinning"); for (;;) {}';
const work = { source, seed: 0, seconds: 600, memory: 2 ** 29, tables };
await runCode(work, folders, (line) => console.log(line), new AbortController().signal);
