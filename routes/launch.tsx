import { SignIn } from "@/components/sign_in.tsx";
import { HealerError } from "@/pipeline/problem.ts";
import { define, page } from "@/web/define.ts";
import { sessionCookie } from "@/web/gate/door.ts";
import { statusOf } from "@/web/problem_response.ts";
import { refreshPage } from "@/web/refresh_page.ts";

/** The launch link: its key becomes a session, once. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { door, host, session } = ctx.state;
    if (session) return ctx.redirect("/", 303);
    try {
      const secret = await door.enterByLaunchKey(ctx.url.searchParams.get("key") ?? "");
      return refreshPage("/", { headers: { "set-cookie": sessionCookie(host, secret) } });
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      return page({ problem: error.problem }, { status: statusOf(error.problem) });
    }
  },
});

/** What is shown for a link that opens nothing. */
export default define.page<typeof handler>(({ data, state: { language, door } }) => (
  <SignIn language={language} hasUsers={door.hasUsers} next="/" problem={data.problem} />
));
