import { join } from "node:path";
import { HealerError } from "@/pipeline/problem.ts";
import type { Workspace } from "@/store/workspace.ts";
import { createApp } from "./app.ts";
import { openAssets } from "./assets.ts";
import { clientFolder } from "./client_build.ts";
import { Door } from "./gate/door.ts";
import { hostList, isLoopback, machineAddresses } from "./gate/hosts.ts";
import { openKeyFile } from "./gate/key_file.ts";
import { problemOf, problemResponse } from "./problem_response.ts";
import { serverProblems } from "./problems.ts";
import { openServices } from "./services.ts";

/** Where a server listens and whom it lets in. */
export interface ServerOptions {
  readonly workspace: Workspace;
  /** An address of this machine, such as 127.0.0.1; 0.0.0.0 is all of them. */
  readonly address: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** Names beside the machine's own under which browsers reach the server. */
  readonly names: readonly string[];
  /** Whether an API token is made in place of the one there is. */
  readonly newToken: boolean;
  /** Whether Vite serves the islands. */
  readonly vite: boolean;
}

/** A server that answers. Disposing of it ends its streams and its work, then its connections. */
export interface Server extends AsyncDisposable {
  /** Where a browser on this machine finds it, without a slash at the end. */
  readonly url: string;
  /** The API token, where one was made just now: it is not kept. */
  readonly token: string | undefined;
  /** The first user, where one was made just now. */
  readonly admin: { readonly name: string; readonly password: string } | undefined;
  /** A link that lets one browser in, once. */
  newLaunchLink(): string;
}

/** Connections that are still busy so many milliseconds after the end was asked for are cut. */
const patience = 2000;

/**
 * Starts to listen and answers once it is ready. Beyond loopback there has to be someone to sign in: where
 * there are no users, one is made.
 *
 * @throws {HealerError} `server/port-in-use`, `server/cannot-listen`, `server/wrong-host-name`, `gate/broken-keys`
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { workspace, address, vite } = options;
  const door = new Door(await openKeyFile(join(workspace.folder, "keys.json")));
  const listening = new AbortController();
  const ready = Promise.withResolvers<Awaited<ReturnType<typeof createApp>>>();
  const http = listen(options, listening.signal, async (request, { remoteAddr }) => {
    const app = await ready.promise;
    return await app.fetch(request, { remoteAddress: remoteAddr.hostname });
  });
  const { port } = http.addr;
  const closing = new AbortController();
  const services = openServices(workspace, closing.signal);
  const close = async (): Promise<void> => {
    closing.abort();
    await services[Symbol.asyncDispose]();
    const timer = setTimeout(() => listening.abort(), patience);
    await http.shutdown();
    clearTimeout(timer);
  };
  try {
    const hosts = hostList({
      port,
      address,
      names: options.names,
      machineAddresses: machineAddresses(),
    });
    const assets = await openAssets({
      staticFolder: new URL("../static/", import.meta.url),
      client: vite ? "vite" : clientFolder,
    });
    const token = await door.newToken({ replace: options.newToken });
    const admin = isLoopback(address) ? undefined : await door.newAdmin();
    ready.resolve(await createApp({ services, assets, door, hosts, vite, report: console.error }));
    const url = `http://${isLoopback(address) ? bracketed(address) : "localhost"}:${port}`;
    return {
      url,
      token,
      admin,
      newLaunchLink: () => url + door.newLaunchPath(),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    ready.promise.catch(() => {}); // nobody may have asked yet
    ready.reject(error);
    await close();
    throw error;
  }
}

function listen(
  { address, port }: ServerOptions,
  signal: AbortSignal,
  handler: Deno.ServeHandler<Deno.NetAddr>,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({
      hostname: address,
      port,
      signal,
      onListen: () => {},
      onError: (error) => {
        console.error(error);
        return problemResponse(problemOf(error));
      },
    }, handler);
  } catch (cause) {
    if (cause instanceof Deno.errors.AddrInUse) {
      throw new HealerError(serverProblems.portInUse(address, port), { cause });
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new HealerError(serverProblems.cannotListen(address, port, detail), { cause });
  }
}

function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
