import assert from "node:assert/strict";
import { safeParse } from "zod/mini";
import { methods } from "@/web/methods.ts";
import type { DescribedRoute } from "@/web/openapi.ts";
import { isSchema } from "@/web/operation.ts";
import { byPattern, routePattern } from "@/web/route_path.ts";

/**
 * Asserts that an answer of the API that succeeded is one that its route describes: its status, its media type
 * and its JSON. The body is left to be read.
 */
export async function assertAsDescribed(
  routes: readonly DescribedRoute[],
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  if (!response.ok) return;
  const known = methods.find((name) => name === method);
  const operation = known && routeOf(routes, path)?.operations[known];
  if (operation === undefined) return;
  const { answer } = operation;
  const what = `${method} ${path}`;
  const status = operation.status ?? (answer === undefined ? 204 : 200);
  // What was there already is no mistake of whoever asks for it again.
  assert.ok(response.status === status || (status === 201 && response.status === 200), what);
  if (answer === undefined) return assert.equal(response.body, null, what);
  const media = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (!isSchema(answer)) {
    return assert.ok(answer.media.includes(media), `${what}: ${media}`);
  }
  assert.equal(media, "application/json", what);
  const { error } = safeParse(answer, await response.clone().json());
  assert.equal(error?.message, undefined, what);
}

function routeOf(routes: readonly DescribedRoute[], path: string): DescribedRoute | undefined {
  return routes.toSorted((a, b) => byPattern(routePattern(a.path), routePattern(b.path)))
    .find((route) => {
      const pattern = routePattern(route.path).replace(/:\w+(\{\.\+\})?/g, "[^/]+")
        .replaceAll(".", "\\.").replaceAll("[^/]+", "[^/]+");
      return new RegExp(`^${pattern}$`).test(path);
    });
}
