import type { JSX } from "preact";
import type { Problem } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { ProblemText } from "./problem_text.tsx";
import { texts } from "./texts.ts";

/** What the sign-in page shows. */
export interface SignInProps {
  readonly language: Language;
  /** Whether there are users who sign in by name and password. */
  readonly hasUsers: boolean;
  /** Where to go once signed in. */
  readonly next: string;
  /** Why the last attempt failed. */
  readonly problem: Problem | undefined;
}

/** The ways into the workbench, for someone who is outside. */
export function SignIn({ language, hasUsers, next, problem }: SignInProps): JSX.Element {
  return (
    <main class="page narrow" id="main">
      <h1>{hasUsers ? texts.signIn[language] : texts.howToGetIn[language]}</h1>
      {problem && <ProblemText problem={problem} language={language} />}
      {hasUsers ? <PasswordForm language={language} next={next} /> : (
        <>
          <p>{texts.openLaunchLink[language]}</p>
          <p>{texts.newLaunchLink[language]}</p>
        </>
      )}
      <TokenForm language={language} next={next} />
    </main>
  );
}

function PasswordForm({ language, next }: { language: Language; next: string }): JSX.Element {
  return (
    <form class="form" method="post" action="/login">
      <input type="hidden" name="next" value={next} />
      <label class="field">
        <span class="label">{texts.userName[language]}</span>
        <input class="input" name="name" autocomplete="username" required autofocus />
      </label>
      <label class="field">
        <span class="label">{texts.password[language]}</span>
        <input
          class="input"
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
        <span class="help">{texts.passwordHelp[language]}</span>
      </label>
      <button class="button primary" type="submit">{texts.signIn[language]}</button>
    </form>
  );
}

function TokenForm({ language, next }: { language: Language; next: string }): JSX.Element {
  return (
    <details class="other-way">
      <summary>{texts.orToken[language]}</summary>
      <form class="form" method="post" action="/login">
        <input type="hidden" name="next" value={next} />
        <label class="field">
          <span class="label">{texts.apiToken[language]}</span>
          <input class="input" name="token" type="password" autocomplete="off" required />
          <span class="help">{texts.tokenHelp[language]}</span>
        </label>
        <button class="button" type="submit">{texts.signIn[language]}</button>
      </form>
    </details>
  );
}
