import { fileURLToPath } from "node:url";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the server says once it is ready. */
const introductionSchema = z.object({
  url: z.string(),
  /** The launch link; null where users sign in by name and password. */
  launch: z.string().nullable(),
  /** The API token; null where the workspace has one already. */
  token: z.string().nullable(),
  admin: z.object({ name: z.string(), password: z.string() }).nullable(),
});

/** A server as a process of its own. Disposing of it stops it, as Ctrl+C does. */
export interface ServedWorkbench extends AsyncDisposable, z.infer<typeof introductionSchema> {
  readonly pid: number;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `healer serve` for tests that look at no page, so that nothing has to be built. */
export async function serveWorkbench(workspace: string): Promise<ServedWorkbench> {
  return await serve(workspace, ["--dev"]);
}

/**
 * Starts `healer serve` on a free port, with the permissions of its task.
 *
 * @param args more options of the command
 */
export async function serve(
  workspace: string,
  args: readonly string[] = [],
): Promise<ServedWorkbench> {
  const child = startServe(["--port", "0", "--workspace", workspace, ...args]);
  const end = async (signal: Deno.Signal): Promise<number> => {
    try {
      child.kill(signal);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // it has ended by itself
    }
    return (await child.status).code;
  };
  try {
    return {
      ...introductionSchema.parse(JSON.parse(await firstLine(child.stdout))),
      pid: child.pid,
      stop: () => end("SIGTERM"),
      kill: async () => void await end("SIGKILL"),
      [Symbol.asyncDispose]: async () => void await end("SIGTERM"),
    };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
}

/** What a `healer serve` that cannot start says: its exit code and the code of its problem. */
export async function failToServe(
  args: readonly string[],
): Promise<{ exitCode: number; code: string }> {
  const child = startServe(args);
  const { error } = z.object({ error: z.object({ code: z.string() }) })
    .parse(JSON.parse(await firstLine(child.stdout)));
  return { exitCode: (await child.status).code, code: error.code };
}

function startServe(args: readonly string[]): Deno.ChildProcess {
  const permissions = ["read", "write", "env", "sys", "net", "run"].map((name) =>
    `--allow-${name}`
  );
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", ...permissions, `${root}main.ts`].concat(
      ["serve", "--json", "--no-open", ...args],
    ),
    cwd: root,
    env: { LANG: "C", NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream.values({ preventCancel: true })) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"));
  }
  throw new Error(`the server ended before it was ready, saying ${JSON.stringify(text)}`);
}
