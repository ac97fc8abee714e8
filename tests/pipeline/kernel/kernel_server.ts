import { openKernel } from "./open_kernel.ts";

/**
 * Stands in for a server: opens a kernel in the folder it is told, prints a line once a cell spins there, and goes
 * on for ever.
 */
const open = await openKernel({}, Deno.args[0]);
await open.execute("number");
void open.execute("spin");
await new Promise((resolve) => setTimeout(resolve, 200));
console.log("spinning");
await new Promise(() => {});
