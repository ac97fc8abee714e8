import { z } from "zod";
import { type CellContext, defineCell } from "@/pipeline/cells/cell_kind.ts";

/** Tries what no cell may do, and gives the names of what succeeded. */
export const trespass = defineCell({
  kind: "trespass",
  version: 1,
  group: "data",
  cost: "costly",
  title: { en: "Trespass", zh: "Trespass" },
  summary: { en: "For tests.", zh: "For tests." },
  params: z.strictObject({
    outside: z.string(),
    blob: z.string(),
    port: z.number(),
    /** Attempts to leave out. */
    without: z.array(z.string()).default([]),
  }),
  takes: {},
  gives: {},
  run: async (_inputs, { outside, blob, port, without }, context) => {
    const tries = trespasses(outside, blob, port, context);
    const done: string[] = [];
    for (const [name, attempt] of Object.entries(tries)) {
      if (without.includes(name)) continue;
      try {
        await attempt();
        done.push(name);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
    const told = JSON.stringify({ tried: Object.keys(tries), done });
    return { summary: { en: told, zh: told }, figures: [], tables: [], values: {} };
  },
});

function trespasses(
  outside: string,
  blob: string,
  port: number,
  context: CellContext,
): Record<string, () => unknown> {
  const scratch = context.scratchPath("link").replace(/[^/]*$/, "");
  const load = (url: string) => import(url);
  return {
    "read a system file": () => Deno.readTextFile("/etc/passwd"),
    "read the server's environment": () => Deno.readTextFile(`/proc/${Deno.ppid}/environ`),
    "read a blob it was not handed": () => Deno.readTextFile(blob),
    "list the folder of the kernel": () => Array.from(Deno.readDirSync(`${scratch}../..`)),
    "write outside": () => Deno.writeTextFile(outside, "x"),
    "write an input": () => Deno.writeTextFile(`${scratch}../../inputs/x`, "x"),
    "link out of the scratch folder": () => Deno.symlink("/etc/passwd", `${scratch}link`),
    "change the program": () =>
      Deno.writeTextFile(new URL("./trespass_cell.ts", import.meta.url), "", { append: true }),
    "fetch": () => fetch(`http://127.0.0.1:${port}/`),
    "connect": () => Deno.connect({ port }),
    "listen": () => Deno.listen({ port: 0 }),
    "resolve a name": () => Deno.resolveDns("localhost", "A"),
    "run a command": () => new Deno.Command("/bin/true").output(),
    "run a Node command": async () =>
      (await import("node:child_process")).execFileSync("/bin/true"),
    "kill the server": () => Deno.kill(Deno.ppid, "SIGCONT"),
    "read the environment": () => Deno.env.get("HOME"),
    "list the environment": () => Deno.env.toObject(),
    "import from npm": () => load("npm:left-pad@1.3.0"),
    "import from a site": () => load("https://example.com/module.ts"),
    "import from an allowed site": () => load("https://deno.land/std@0.224.0/version.ts"),
    "import a file outside": () => load("file:///etc/passwd"),
    "load the C library": () => Deno.dlopen("libc.so.6", {}),
    "load the C library by its path": () => Deno.dlopen("/lib/x86_64-linux-gnu/libc.so.6", {}),
    "see the users": () => Deno.uid(),
    "ask for more": async () => {
      const { state } = await Deno.permissions.request({ name: "net" });
      if (state !== "granted") throw new Error(state);
    },
    "give a worker more": async () => {
      const worker = new Worker("data:text/javascript,postMessage(Deno.env.get('HOME'))", {
        type: "module",
      });
      await new Promise((resolve, reject) => {
        worker.onmessage = resolve;
        worker.onerror = (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        };
      });
    },
  };
}
