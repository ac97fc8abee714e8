import { openWorkspace } from "@/store/workspace.ts";

// Opens the workspace in its argument with a run in it, starts a process of its own, says so, and waits until
// it is killed.
const workspace = await openWorkspace(Deno.args[0] ?? "");
const notebook = workspace.notebooks.create("Held", {});
const run = workspace.runs.start({ notebook: notebook.id, revision: 1, cells: ["a"] });
workspace.runs.append(run.id, { cell: "a", state: "running" });
const child = new Deno.Command("sleep", { args: ["60"], stdout: "null", stderr: "null" }).spawn();
console.log(JSON.stringify({ child: child.pid, run: run.id }));
setInterval(() => {}, 1000);
