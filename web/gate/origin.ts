import { isSafe } from "../methods.ts";
import type { HostList } from "./hosts.ts";

/**
 * Whether a page of another site made the request, as far as the browser tells (W3C Fetch Metadata; RFC 6454).
 * Clients that are no browsers tell nothing and pass. A link from elsewhere may open a page in a tab, and
 * nothing more: it is no form, no script's request, no frame, no upgrade.
 *
 * @param host the request's own Host, already known to be allowed
 */
export function isForeign(request: Request, host: string, hosts: HostList): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null && !isOwn(origin, host, hosts)) return true;
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none" && !opensTab(request);
}

/** An origin of the request's own host, or of another allowed one that a proxy has rewritten. */
function isOwn(origin: string, host: string, hosts: HostList): boolean {
  const url = URL.parse(origin);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  return url.origin === origin && (url.host === host || hosts.has(url.host));
}

function opensTab({ method, headers }: Request): boolean {
  return isSafe(method) && headers.get("upgrade") === null &&
    headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";
}
