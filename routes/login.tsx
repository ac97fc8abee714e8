import { z } from "zod";
import { SignIn } from "@/components/sign_in.tsx";
import { texts } from "@/components/texts.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { define, page } from "@/web/define.ts";
import { sessionCookie } from "@/web/gate/door.ts";
import { statusOf } from "@/web/problem_response.ts";
import { localPath } from "@/web/refresh_page.ts";
import { readForm } from "@/web/request_body.ts";

const formSchema = z.union([
  z.object({ next: z.string(), name: z.string().max(1000), password: z.string().max(1000) }),
  z.object({ next: z.string(), token: z.string().max(1000) }),
]);

/** The sign-in page, and what its forms send. */
export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = texts.signIn[ctx.state.language];
    const problem: Problem | undefined = undefined;
    return page({ next: localPath(ctx.url.searchParams.get("next")), problem });
  },
  POST: async (ctx) => {
    const { door, host, language, remoteAddress } = ctx.state;
    ctx.state.title = texts.signIn[language];
    const form = await readForm(ctx.req, formSchema);
    const next = localPath(form.next);
    try {
      const secret = "token" in form
        ? await door.enterByToken(form.token.trim(), remoteAddress)
        : await door.enterByPassword(form.name.trim(), form.password, remoteAddress);
      const response = ctx.redirect(next, 303);
      response.headers.set("set-cookie", sessionCookie(host, secret));
      return response;
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      return page({ next, problem: error.problem }, { status: statusOf(error.problem) });
    }
  },
});

/** The sign-in page. */
export default define.page<typeof handler>(({ data, state: { language, door } }) => (
  <SignIn language={language} hasUsers={door.hasUsers} next={data.next} problem={data.problem} />
));
