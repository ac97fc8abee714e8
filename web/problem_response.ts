import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { serverProblems } from "./problems.ts";

/** The statuses of problems by their code; a problem not named here is an unusable request, 422. */
const statusOfCode: Readonly<Record<string, number>> = {
  "request/not-json": 400,
  "request/not-form": 400,
  "request/wrong-field": 400,
  "request/no-such-page": 404,
  "request/method-not-allowed": 405,
  "request/too-large": 413,
  "gate/no-session": 401,
  "gate/wrong-token": 401,
  "gate/spent-link": 401,
  "gate/wrong-password": 401,
  "gate/foreign-host": 403,
  "gate/foreign-origin": 403,
  "gate/too-many-attempts": 429,
  "gate/keys-not-written": 507,
  "server/defect": 500,
  "workbench/several-sources": 400,
  "workbench/upload-cut-off": 400,
  "upload/cut-off": 400,
  "upload/longer-than-said": 400,
  "upload/too-large": 413,
  "upload/no-space": 507,
  "notebook/not-json": 400,
  "notebook/too-large": 413,
  "pipeline/not-json": 400,
  "pipeline/too-large": 413,
  "pipeline/no-such-cell": 404,
  "pipeline/not-run": 409,
  "sample/unknown-feature": 400,
  "sample/wrong-value": 400,
  "diagnosis/no-features": 409,
  "run/cancelled": 503,
  "kernel/no-such-cell": 404,
  "kernel/not-started": 500,
  "kernel/crashed": 500,
  "kernel/memory": 500,
  "kernel/silent": 500,
  "kernel/bad-file": 500,
  "kernel/bad-result": 500,
  "kernel/cell-failed": 500,
  "kernel/no-answer": 500,
  "kernel/question-failed": 500,
  "file/not-writable": 507,
  "store/not-writable": 507,
  "store/disk-full": 507,
  "store/notebook-deleted": 410,
  "store/deleted": 410,
  "store/run-ended": 409,
  "store/damaged": 500,
  "store/missing-blob": 500,
  "store/damaged-blob": 500,
  "store/failed": 500,
};

/** The statuses of problems whose code ends so, for areas that know nothing of HTTP. */
const statusOfEnding: readonly (readonly [RegExp, number])[] = [
  [/[/-]not-found$/, 404],
  [/[/-]conflict$/, 409],
];

/** The HTTP status that fits a problem. */
export function statusOf(problem: Problem): number {
  const ending = statusOfEnding.find(([pattern]) => pattern.test(problem.code));
  return statusOfCode[problem.code] ?? ending?.[1] ?? 422;
}

/** What to tell of something thrown: its problem, or that of a defect, whose details are never told. */
export function problemOf(error: unknown): Problem {
  return error instanceof HealerError ? error.problem : serverProblems.defect();
}

/** The answer of the API to a problem: `{"error": Problem}`. */
export function problemResponse(problem: Problem, headers: HeadersInit = {}): Response {
  return Response.json({ error: problem }, { status: statusOf(problem), headers });
}

/** Whether the request wants a page to look at: not the API, and `text/html` is accepted by name. */
export function wantsPage(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return !pathname.startsWith("/api/") && pathname !== "/api" &&
    (request.headers.get("accept") ?? "").includes("text/html");
}
