import type { Problem } from "@/pipeline/problem.ts";
import { languageOf, languageQuery } from "./language.ts";
import { isSafe } from "./methods.ts";
import { problemResponse, statusOf, wantsPage } from "./problem_response.ts";
import { localPath, refreshPage } from "./refresh_page.ts";

/**
 * What someone sees whom the gate did not let through: programs the problem as JSON, people a page that says
 * how to get in, or, where they are at the wrong address, a line of text.
 *
 * @param render renders a page of the application, whatever the gate says
 */
export async function refusal(
  request: Request,
  problem: Problem,
  render: (page: Request) => Promise<Response>,
): Promise<Response> {
  const status = statusOf(problem);
  if (!wantsPage(request)) {
    return problemResponse(problem, status === 401 ? { "www-authenticate": "Bearer" } : {});
  }
  if (status !== 401 || !isSafe(request.method)) {
    const language = languageOf(request);
    return new Response(`${problem.message[language]}\n\n${problem.hint[language]}\n`, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const { origin, pathname, search, searchParams } = new URL(request.url);
  const next = localPath(pathname + search);
  const site = request.headers.get("sec-fetch-site");
  // A link from another site came without the session's cookie: the same address asked for from here has it.
  if (site === "cross-site" || site === "same-site") return refreshPage(next, { status });
  const query = new URLSearchParams({ next });
  const chosen = searchParams.get(languageQuery);
  if (chosen !== null) query.set(languageQuery, chosen);
  const page = await render(new Request(`${origin}/login?${query}`, { headers: request.headers }));
  return new Response(page.body, { status, headers: page.headers });
}
