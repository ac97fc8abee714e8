import { join } from "node:path";
import { encodeTables } from "@/pipeline/code/table_bytes.ts";
import { runCode } from "@/pipeline/kernel/code_process.ts";

/** A stand-in for the server: runs the code it is told in the folder it is told, and prints what that prints. */
const folder = Deno.args[0] ?? "";
const folders = { empty: join(folder, "empty"), table: join(folder, "table") };
await Deno.mkdir(folders.empty);
const tables = join(folder, "tables");
await Deno.writeFile(tables, encodeTables([]));
const source = Deno.args[1] ?? "";
const work = { source, seed: 0, seconds: 600, memory: 2 ** 29, tables };
await runCode(work, folders, (line) => console.log(line), new AbortController().signal);
