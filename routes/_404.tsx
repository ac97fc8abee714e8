import { ProblemText } from "@/components/problem_text.tsx";
import { texts } from "@/components/texts.ts";
import { define } from "@/web/define.ts";
import { problemOf } from "@/web/problem_response.ts";

/** What is shown where there is nothing. */
export default define.page(({ error, state: { language } }) => (
  <main class="page narrow" id="main">
    <h1>{texts.notFound[language]}</h1>
    <ProblemText problem={problemOf(error)} language={language} />
    <p>
      <a class="button" href="/">{texts.toFirstPage[language]}</a>
    </p>
  </main>
));
