import type { JSX } from "preact";
import { type Language, languageQuery } from "@/web/language.ts";
import Commands from "@/islands/Commands.tsx";
import { Icon } from "./icon.tsx";
import { texts } from "./texts.ts";

/** What the bar at the top shows. */
export interface TopBarProps {
  readonly language: Language;
  /** The address of the page, to mark where one is. */
  readonly url: URL;
  /** Whether there is more to go to than the sign-in page. */
  readonly isSignedIn: boolean;
  /** Whether it is a user with a password who is signed in, rather than whoever sits at this machine. */
  readonly canSignOut: boolean;
}

/** The bar at the top of every page. */
export function TopBar({ language, url, isSignedIn, canSignOut }: TopBarProps): JSX.Element {
  const other = { en: "zh", zh: "en" }[language];
  const isNotebooks = url.pathname === "/" || url.pathname.startsWith("/notebooks");
  const isDiagnose = /^\/(diagnos|sample)/.test(url.pathname);
  const query = new URLSearchParams(url.search);
  query.set(languageQuery, other);
  return (
    <header class="top-bar">
      <a class="brand" href="/">
        SystemHealer <span>Workbench</span>
      </a>
      {isSignedIn && (
        <nav class="main-nav" aria-label={texts.mainNavigation[language]}>
          <a href="/" aria-current={isNotebooks ? "page" : undefined}>
            {texts.notebooks[language]}
          </a>
          <a href="/diagnose" aria-current={isDiagnose ? "page" : undefined}>
            {texts.diagnose[language]}
          </a>
        </nav>
      )}
      <div class="tools">
        {isSignedIn && <Commands label={texts.commands[language]} language={language} />}
        {canSignOut && (
          <form method="post" action="/logout">
            <button class="button quiet" type="submit">{texts.signOut[language]}</button>
          </form>
        )}
        <a class="button quiet" href={`?${query}`} lang={{ en: "en", zh: "zh-CN" }[other]}>
          {{ en: "English", zh: "中文" }[other]}
        </a>
        <button
          class="icon-button"
          type="button"
          data-theme-switch
          aria-label={texts.switchTheme[language]}
          title={texts.switchTheme[language]}
        >
          <Icon name="theme" />
        </button>
      </div>
    </header>
  );
}
