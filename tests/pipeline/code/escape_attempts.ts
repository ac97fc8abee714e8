/** What the attempts are about: things there that code must not reach. */
export interface EscapeTargets {
  /** A file that is there. */
  readonly file: string;
  /** A JavaScript module that is there. */
  readonly module: string;
  /** A JSON file that is there. */
  readonly json: string;
  /** A path where nothing is. */
  readonly outside: string;
  /** Where a server listens. */
  readonly port: number;
}

/** What takes a network beyond this machine, root, or what is not on every machine, so that it may fail anyhow. */
export const hereImpossible: readonly string[] = [
  "import bytes",
  "import bytes from inside a data URL",
  "import from npm",
  "import from https",
  "import from jsr",
  "load a library",
  "load a library by node",
  "change the user",
];

/**
 * Code that tries to get out in every way that comes to mind. It prints a line of JSON for each attempt before it
 * is made, `{ name }`, and one after it: `{ error }` is the message of the error, or null where it came through.
 *
 * @param from How many attempts are left out.
 */
export function escapeSource(targets: EscapeTargets, from = 0): string {
  return `const targets = ${JSON.stringify(targets)}, from = ${from};\n${attempts}`;
}

const attempts = String.raw`
const { file, module, json, outside, port } = targets;
const url = (path: string): string => "file://" + path;
const site = "http://127.0.0.1:" + port + "/";
const node = async (name: string): Promise<any> => await import("node:" + name);
const blob = (source: string): string =>
  URL.createObjectURL(new Blob([source], { type: "application/typescript" }));
const within = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([promise, new Promise<T>((_, reject) => setTimeout(() => reject(new Error("no answer")), 3000))]);
const event = (target: any, good: string, ...bad: string[]) =>
  within(new Promise((resolve, reject) => {
    target.addEventListener(good, resolve);
    for (const name of bad) {
      target.addEventListener(name, (e: any) => {
        e.preventDefault?.();
        reject(new Error(e.message || e.error?.message || "refused"));
      });
    }
  }));
const emitted = (emitter: any, good: string) =>
  within(new Promise((resolve, reject) => {
    emitter.once(good, resolve);
    emitter.once("error", reject);
  }));
const ways: Record<string, () => unknown> = {
  "read a file": () => Deno.readTextFile(file),
  "read a file at once": () => Deno.readTextFileSync(file),
  "open a file": () => Deno.open(file),
  "list a folder": () => [...Deno.readDirSync("/")],
  "look at a file": () => Deno.statSync(file),
  "find the real path of a file": () => Deno.realPathSync(file),
  "watch a file": () => Deno.watchFs(file),
  "read a file by fetch": () => fetch(url(file)).then((answer) => answer.text()),
  "import a module": () => import(url(module)),
  "import JSON": () => import(url(json), { with: { type: "json" } }),
  "import a text": () => import(url(file), { with: { type: "text" } }),
  "import bytes": () => import(url(file), { with: { type: "bytes" } }),
  "import a module from inside a blob": () => import(blob("export * from " + JSON.stringify(url(module)))),
  "import a text from inside a blob": () =>
    import(blob("import text from " + JSON.stringify(url(file)) + " with { type: 'text' }; export default text")),
  "import bytes from inside a data URL": () =>
    import("data:text/javascript," + encodeURIComponent("export { default } from " + JSON.stringify(url(file)) + " with { type: 'bytes' }")),
  "import by a function made of a text": () => new Function("u", "return import(u)")(url(module)),
  "import by eval": () => (0, eval)("import(" + JSON.stringify(url(module)) + ")"),
  "read a file by node": async () => (await node("fs")).readFileSync(file),
  "read a file by node, later": async () => await (await node("fs/promises")).readFile(file),
  "read a file by a stream of node": async () => await emitted((await node("fs")).createReadStream(file), "data"),
  "open a file by node": async () => (await node("fs")).openSync(file, "r"),
  "list a folder by node": async () => (await node("fs")).readdirSync("/"),
  "look at a file by node": async () => (await node("fs")).statSync(file),
  "require a module by node": async () => (await node("module")).createRequire(url(module))(json),
  "get a builtin by the process": async () => (await node("process")).getBuiltinModule("fs").readFileSync(file),
  "open a database": async () => new (await node("sqlite")).DatabaseSync(file),
  "make a database": async () => new (await node("sqlite")).DatabaseSync(outside),
  "attach a database": async () => {
    const database = new (await node("sqlite")).DatabaseSync(":memory:");
    database.exec("attach database '" + outside + "' as other; create table other.t (a)");
  },
  "write a file": () => Deno.writeTextFile(outside, "x"),
  "make a folder": () => Deno.mkdirSync(outside + "-folder"),
  "make a temporary file": () => Deno.makeTempFileSync(),
  "remove a file": () => Deno.removeSync(outside + "-there"),
  "link a file": () => Deno.linkSync(file, outside + "-link"),
  "write a file by node": async () => (await node("fs")).writeFileSync(outside, "x"),
  "write here by node": async () => (await node("fs")).writeFileSync("here", "x"),
  "change the folder": async () => (await node("process")).chdir("/"),
  "keep something in a cache": async () => {
    const cache = await caches.open("kept");
    await cache.put("http://kept/", new Response("kept"));
  },
  "run a program": () => new Deno.Command("true").outputSync(),
  "run a program by node": async () => {
    const { error } = (await node("child_process")).spawnSync("true");
    if (error) throw error;
  },
  "run a shell by node": async () => (await node("child_process")).execSync("true"),
  "fork by node": async () => await emitted((await node("child_process")).fork(module), "spawn"),
  "send a signal": () => Deno.kill(Deno.ppid, 0 as never),
  "send a signal by node": async () => {
    const process = await node("process");
    process.kill(process.ppid, 0);
  },
  "connect by fetch": () => fetch(site),
  "connect by TCP": () => Deno.connect({ port, hostname: "127.0.0.1" }),
  "listen": () => Deno.listen({ port: 0 }),
  "serve": () => Deno.serve({ port: 0, onListen() {} }, () => new Response()),
  "connect by WebSocket": () => event(new WebSocket(site.replace("http", "ws")), "open", "error"),
  "connect by an event source": () => event(new EventSource(site), "open", "error"),
  "connect by http of node": async () => await emitted((await node("http")).get(site), "response"),
  "connect by net of node": async () => await emitted((await node("net")).connect(port, "127.0.0.1"), "connect"),
  "connect by UDP of node": async () => await emitted((await node("dgram")).createSocket("udp4").bind(0), "listening"),
  "look a name up": () => Deno.resolveDns("localhost", "A"),
  "look a name up by node": async () => await (await node("dns/promises")).lookup("localhost"),
  "read the environment": () => Deno.env.toObject(),
  "read a variable": () => Deno.env.get("HOME"),
  "read the environment by node": async () => Object.keys((await node("process")).env),
  "read a variable by node": async () => String((await node("process")).env.PATH),
  "ask for the host's name": () => Deno.hostname(),
  "ask for the system's memory": () => Deno.systemMemoryInfo(),
  "ask for the host's name by node": async () => (await node("os")).hostname(),
  "ask for the user by node": async () => (await node("os")).userInfo(),
  "ask for the network by node": async () => (await node("os")).networkInterfaces(),
  "load a library": () => Deno.dlopen("libm.so.6", { cos: { parameters: ["f64"], result: "f64" } }),
  "load a library by node": async () => (await node("process")).dlopen({ exports: {} }, file),
  "import from npm": () => import("npm:left-pad@1.3.0"),
  "import from https": () => import("https://example.org/module.js"),
  "import from jsr": () => import("jsr:@std/assert@1"),
  "import from a server nearby": () => import(site + "module.js"),
  "be granted what it asks for": async () => {
    const { state } = await Deno.permissions.request({ name: "read" });
    if (state !== "granted") throw new Error("The state is " + state + ".");
  },
  "start a worker that reads": async () => {
    const worker = new Worker(blob("self.postMessage(Deno.readTextFileSync(" + JSON.stringify(file) + "))"), { type: "module" });
    await event(worker, "message", "error");
  },
  "start a worker with other permissions": async () => {
    const source = blob("self.postMessage(Deno.readTextFileSync(" + JSON.stringify(file) + "))");
    const worker = new Worker(source, { type: "module", deno: { permissions: { read: true } } } as WorkerOptions);
    await event(worker, "message", "error");
  },
  "start a worker of a file": async () => await event(new Worker(url(module), { type: "module" }), "message", "error"),
  "start a worker of node that reads": async () => {
    const { Worker } = await node("worker_threads");
    const source = "require('node:worker_threads').parentPort.postMessage(require('node:fs').readFileSync(" + JSON.stringify(file) + "))";
    const worker = new Worker(source, { eval: true });
    await emitted(worker, "message");
  },
  "change the user": async () => (await node("process")).setuid(65534),
};
for (const [name, way] of Object.entries(ways).slice(from)) {
  console.log(JSON.stringify({ name }));
  try {
    await way();
    console.log(JSON.stringify({ error: null }));
  } catch (error) {
    const message = String((error as Error)?.message ?? error).split("\n")[0].slice(0, 300);
    console.log(JSON.stringify({ error: message }));
  }
}
`;
