import { openKernel } from "./open_kernel.ts";
import { childProcesses } from "./processes.ts";

/** Stands in for a server: prints the id of a kernel in which a cell spins, in the folder it is told, and goes on for ever. */
const open = await openKernel({}, Deno.args[0]);
await open.execute("number");
void open.execute("spin");
await new Promise((resolve) => setTimeout(resolve, 200));
console.log((await childProcesses())[0]);
await new Promise(() => {});
