import { HealerError } from "@/pipeline/problem.ts";
import { serverProblems } from "../problems.ts";

/** The values of the Host header that are this server's own, in lower case, such as `localhost:8000`. */
export type HostList = ReadonlySet<string>;

/** Where the server can be reached. */
export interface HostOptions {
  readonly port: number;
  /** The address it listens on, such as `127.0.0.1` or `0.0.0.0`. */
  readonly address: string;
  /** More names, each with or without a port; without one it stands for `port` and for none at all. */
  readonly names: readonly string[];
  /** The addresses of this machine, allowed where the server listens on all of them. */
  readonly machineAddresses: readonly string[];
}

const everywhere = ["0.0.0.0", "::"];
const defaultPorts = [80, 443];

/**
 * All values of the Host header that are let through. A list by name is what keeps a page of another site from
 * reaching the server under a name that its owner has pointed here (DNS rebinding).
 *
 * @throws {HealerError} `server/wrong-host-name`
 */
export function hostList({ port, address, names, machineAddresses }: HostOptions): HostList {
  const own = ["localhost", "127.0.0.1", "[::1]"];
  const listening = everywhere.includes(address) ? machineAddresses : [address];
  const list = [...own, ...listening.map(bracketed)].flatMap((name) => withPort(name, port));
  for (const name of names) {
    const { host, hostname, port: given } = parsedHost(name);
    list.push(...(given === "" ? [hostname, `${hostname}:${port}`] : [host]));
  }
  return new Set(list.map((name) => name.toLowerCase()));
}

/** Whether only this machine can reach a server that listens on `address`. */
export function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" || /^127(\.\d{1,3}){3}$/.test(address);
}

/** The addresses of this machine's network interfaces. */
export function machineAddresses(): string[] {
  return Deno.networkInterfaces().map(({ address }) => address.replace(/%.*$/, ""));
}

function withPort(name: string, port: number): string[] {
  // A browser leaves the port out where it is the scheme's own (RFC 9110, 4.2.3).
  return defaultPorts.includes(port) ? [name, `${name}:${port}`] : [`${name}:${port}`];
}

function bracketed(address: string): string {
  return address.includes(":") && !address.startsWith("[") ? `[${address}]` : address;
}

function parsedHost(name: string): { host: string; hostname: string; port: string } {
  const text = bracketedIfAddress(name.trim().toLowerCase());
  const [, hostname, port = ""] =
    /^(\[[0-9a-f:.]+\]|[a-z0-9_][a-z0-9_.-]*)(?::(\d+))?$/.exec(text) ?? [];
  // The parser knows what a port and an address can be, and how a browser writes an address.
  const url = hostname === undefined ? null : URL.parse(`http://${text}`);
  if (url === null) throw new HealerError(serverProblems.wrongHostName(name));
  return { host: `${url.hostname}:${port}`, hostname: url.hostname, port };
}

function bracketedIfAddress(text: string): string {
  return (text.match(/:/g) ?? []).length > 1 && !text.startsWith("[") ? `[${text}]` : text;
}
