import type { Command } from "commander";
import { z } from "zod";
import { openWorkspace } from "@/store/workspace.ts";
import { workspacePath } from "@/store/workspace_path.ts";
import { buildClient, isClientBuilt } from "@/web/client_build.ts";
import { type Server, startServer } from "@/web/server.ts";
import { openBrowser } from "./open_browser.ts";
import { repeated, wholeNumber } from "./option_values.ts";
import {
  type Language,
  type Terminal,
  terminalOf,
  userPath,
  withCommonOptions,
} from "./terminal.ts";

const optionsSchema = z.object({
  port: z.int(),
  host: z.string(),
  allowHost: z.array(z.string()),
  workspace: z.string().exactOptional(),
  newToken: z.boolean(),
  open: z.boolean(),
  dev: z.boolean(),
});

const examples = `
Examples:
  healer serve
  healer serve --port 9000 --workspace ~/incidents
  healer serve --host 0.0.0.0 --allow-host healer.example.org`;

/** `healer serve`: the workbench in the browser, until it is stopped. */
export function addServe(program: Command): void {
  const command = program.command("serve")
    .description("serve the workbench to browsers, until it is stopped")
    .option(
      "--port <number>",
      "port to listen on; 0 takes any that is free",
      wholeNumber(0, 65535),
      8000,
    )
    .option(
      "--host <address>",
      "address to listen on; 0.0.0.0 is every one of this machine",
      "127.0.0.1",
    )
    .option(
      "--allow-host <name>",
      "another name browsers reach it by; may be repeated",
      repeated,
      environmentNames(),
    )
    .option(
      "--workspace <folder>",
      "where all that is made is kept (default: the user's data folder)",
    )
    .option("--new-token", "make a new API token in place of the one there is", false)
    .option("--no-open", "do not open a browser")
    .option("--dev", "take the islands from Vite, which deno task dev starts", false);
  withCommonOptions(command).addHelpText("after", examples).action(serve);
}

async function serve(given: unknown, command: Command): Promise<void> {
  const options = optionsSchema.parse(given);
  const terminal = terminalOf(command);
  const said = words[terminal.language];
  if (!options.dev && !await isClientBuilt()) {
    terminal.say(said.building);
    await buildClient();
  }
  const folder = options.workspace === undefined ? undefined : userPath(options.workspace);
  await using workspace = await openWorkspace(workspacePath({ option: folder }));
  await using server = await startServer({
    workspace,
    address: options.host,
    port: options.port,
    names: options.allowHost,
    newToken: options.newToken,
    vite: options.dev,
  });
  const launch = server.admin === undefined ? server.newLaunchLink() : undefined;
  introduce(server, launch, workspace.folder, terminal);
  const link = launch ?? server.url;
  if (options.open && openBrowser(link)) terminal.say(said.opened);
  await untilStopped(() => terminal.say(said.launch(server.newLaunchLink())));
  terminal.say(said.stopping);
}

function introduce(
  server: Server,
  launch: string | undefined,
  folder: string,
  terminal: Terminal,
): void {
  const said = words[terminal.language];
  const { url, admin, token } = server;
  terminal.say(said.serving(url, folder));
  if (admin) terminal.say(said.admin(admin.name, admin.password));
  if (token !== undefined) terminal.say(said.token(token));
  if (launch !== undefined) terminal.say(said.launch(launch));
  terminal.answer({
    url,
    launch: launch ?? null,
    token: token ?? null,
    admin: admin ?? null,
    workspace: folder,
    pid: Deno.pid,
  });
}

/** Resolves at the first signal to stop; each Enter typed before calls `onEnter`. A second signal ends at once. */
async function untilStopped(onEnter: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) Deno.exit(130);
    isStopping = true;
    resolve();
  };
  Deno.addSignalListener("SIGINT", stop);
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", stop);
  if (Deno.stdin.isTerminal()) onEachLine(onEnter).catch(() => {}); // without a keyboard, without new links
  await promise;
}

async function onEachLine(act: () => void): Promise<void> {
  const buffer = new Uint8Array(1024);
  while (await Deno.stdin.read(buffer) !== null) act();
}

/** The names in `HEALER_ALLOWED_HOSTS`, parted by commas: for containers, whose command is fixed. */
function environmentNames(): string[] {
  return (Deno.env.get("HEALER_ALLOWED_HOSTS") ?? "").split(",").map((name) => name.trim())
    .filter((name) => name !== "");
}

interface Words {
  readonly building: string;
  readonly opened: string;
  readonly stopping: string;
  serving(url: string, folder: string): string;
  launch(link: string): string;
  token(token: string): string;
  admin(name: string, password: string): string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    building: "Building the pages' scripts, this once …",
    opened: "Your browser was asked to open it.",
    stopping: "Stopping.",
    serving: (url, folder) =>
      `SystemHealer Workbench answers at ${url} (workspace ${folder}). Ctrl+C stops it.`,
    launch: (link) =>
      `Open it with this link (works once, for ten minutes; Enter prints another):\n  ${link}`,
    token: (token) => `API token, shown this once:\n  ${token}`,
    admin: (name, password) =>
      `Sign in as "${name}" with this password, shown this once:\n  ${password}`,
  },
  zh: {
    building: "正在构建页面脚本（仅此一次）……",
    opened: "已请求浏览器打开。",
    stopping: "正在停止。",
    serving: (url, folder) =>
      `SystemHealer Workbench 已在 ${url} 运行（工作区 ${folder}）。按 Ctrl+C 停止。`,
    launch: (link) =>
      `请用此链接打开（十分钟内有效，仅可使用一次；按回车键获取新链接）：\n  ${link}`,
    token: (token) => `API 令牌（仅显示这一次）：\n  ${token}`,
    admin: (name, password) => `请以用户名“${name}”和以下密码登录（仅显示这一次）：\n  ${password}`,
  },
};
