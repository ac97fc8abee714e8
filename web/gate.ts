import type { Problem } from "@/pipeline/problem.ts";
import type { Door } from "./gate/door.ts";
import type { HostList } from "./gate/hosts.ts";
import { localUser, type Session } from "./gate/keys.ts";
import { isForeign } from "./gate/origin.ts";
import { gateProblems } from "./problems.ts";

/** What is answered to anyone who names an allowed host: the ways in, and whether the server lives. */
export const openPaths: ReadonlySet<string> = new Set(["/healthz", "/launch", "/login"]);

/** What the gate goes by. */
export interface GateOptions {
  readonly hosts: HostList;
  readonly door: Door;
  /** Whether a path is one of the program's own files: styles and scripts, the same for everyone. */
  readonly isAsset: (pathname: string) => boolean;
}

/** The gate's decision. */
export type Verdict =
  | { readonly passes: true; readonly session: Session | undefined }
  | { readonly passes: false; readonly problem: Problem };

/**
 * The one door: decides on every request before anything else looks at it, whatever its path, method or
 * protocol. In this order: the Host is one of the server's names, the browser does not say that another site's
 * page asks, and the session's cookie or, for the API, its token is there.
 */
export function passGate(request: Request, { hosts, door, isAsset }: GateOptions): Verdict {
  const url = new URL(request.url);
  const host = hostOf(request);
  // The address carries a host of its own where the request line does (RFC 9112, 3.2.2).
  const foreign = [host, url.host].find((name) => !hosts.has(name));
  if (foreign !== undefined) {
    return { passes: false, problem: gateProblems.foreignHost(foreign) };
  }
  if (isForeign(request, host, hosts)) {
    return { passes: false, problem: gateProblems.foreignOrigin() };
  }
  const session = door.sessionOf(request, host);
  if (session || openPaths.has(url.pathname) || isAsset(url.pathname)) {
    return { passes: true, session };
  }
  const token = bearerToken(request);
  if (token === undefined || !url.pathname.startsWith("/api/")) {
    return { passes: false, problem: gateProblems.noSession() };
  }
  return door.isToken(token)
    ? { passes: true, session: { user: localUser, end: Infinity } }
    : { passes: false, problem: gateProblems.wrongToken() };
}

/** The host the request names. */
export function hostOf(request: Request): string {
  return (request.headers.get("host") ?? new URL(request.url).host).toLowerCase();
}

/** The token of `Authorization: Bearer …` (RFC 6750, 2.1). */
function bearerToken(request: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
}
