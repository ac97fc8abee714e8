import { type core, safeParse } from "zod/mini";
import { firstParamIssue } from "@/pipeline/param_issue.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { requestProblems } from "./problems.ts";

/** The largest body of a route that states no `maxBody`, in bytes. */
export const defaultMaxBody = 1024 ** 2;

/**
 * The body of a request as `schema` says.
 *
 * @throws {HealerError} `request/not-json`, `request/wrong-field` with the field as its place, `request/too-large`
 */
export async function readJson<T>(request: Request, schema: core.$ZodType<T>): Promise<T> {
  let value: unknown;
  try {
    value = await request.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new HealerError(requestProblems.notJson(cause.message), { cause });
  }
  return checked(value, schema);
}

/**
 * The fields of a form as `schema` says.
 *
 * @throws {HealerError} `request/not-form`, `request/wrong-field`, `request/too-large`
 */
export async function readForm<T>(request: Request, schema: core.$ZodType<T>): Promise<T> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new HealerError(requestProblems.notForm(), { cause });
  }
  return checked(Object.fromEntries(form), schema);
}

/**
 * The query of a request's address as `schema` says; of a name given twice the last counts.
 *
 * @throws {HealerError} `request/wrong-field`
 */
export function readQuery<T>(url: URL, schema: core.$ZodType<T>): T {
  return checked(Object.fromEntries(url.searchParams), schema);
}

/**
 * A request that reads at most `maxBody` bytes.
 *
 * @throws {HealerError} `request/too-large`, here where the length is told, else while the body is read
 */
export function withBodyLimit(request: Request, maxBody: number): Request {
  if (request.body === null) return request;
  const length = request.headers.get("content-length");
  if (length !== null && !request.headers.has("transfer-encoding")) {
    if (Number(length) > maxBody) throw new HealerError(requestProblems.tooLarge(maxBody));
    return request;
  }
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > maxBody) controller.error(new HealerError(requestProblems.tooLarge(maxBody)));
      else controller.enqueue(chunk);
    },
  });
  return new Request(request, { body: request.body.pipeThrough(limit) });
}

function checked<T>(value: unknown, schema: core.$ZodType<T>): T {
  const result = safeParse(schema, value);
  if (result.success) return result.data;
  const { param, allowed } = firstParamIssue(result.error, []);
  throw new HealerError(requestProblems.wrongField(param, allowed));
}
