/** The methods a route can handle. HEAD is answered as GET without its body. */
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** A method a route can handle. */
export type Method = typeof methods[number];

/** Whether requests by this method promise to change nothing (RFC 9110, 9.2.1). */
export function isSafe(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}
