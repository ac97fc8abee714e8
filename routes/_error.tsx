import { ProblemText } from "@/components/problem_text.tsx";
import { listTexts } from "@/components/texts_lists.ts";
import { texts } from "@/components/texts.ts";
import Restore from "@/islands/Restore.tsx";
import { define } from "@/web/define.ts";
import { problemOf } from "@/web/problem_response.ts";

/** What is shown when a page cannot be; of what was deleted it is the way back. */
export default define.page(({ error, url, state: { language } }) => {
  const problem = problemOf(error);
  const deleted = /^store\/(notebook-)?deleted$/.test(problem.code)
    ? deletedAt(url.pathname)
    : undefined;
  const title = deleted === undefined ? texts.failed : listTexts.wasDeleted;
  return (
    <main class="page narrow" id="main">
      <h1>{title[language]}</h1>
      <ProblemText problem={problem} language={language} />
      <div class="row">
        {deleted && <Restore {...deleted} language={language} />}
        <a class="button" href="/">{texts.toFirstPage[language]}</a>
      </div>
    </main>
  );
});

/** What an address is the page of. */
function deletedAt(
  path: string,
): { readonly list: "notebooks" | "diagnoses"; readonly id: string } | undefined {
  const [, list, id] = /^\/(notebooks|diagnoses)\/([^/]+)$/.exec(path) ?? [];
  if (id === undefined || (list !== "notebooks" && list !== "diagnoses")) return undefined;
  return { list, id };
}
