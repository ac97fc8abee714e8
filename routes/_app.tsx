import { TopBar } from "@/components/top_bar.tsx";
import { texts } from "@/components/texts.ts";
import Drops from "@/islands/Drops.tsx";
import { define } from "@/web/define.ts";
import { localUser } from "@/web/gate/keys.ts";

const styles = [
  "tokens.css",
  "base.css",
  "controls.css",
  "form.css",
  "floating.css",
  "frame.css",
  "content.css",
  "figures.css",
  "table_figures.css",
  "grid.css",
  "map.css",
  "comparison.css",
  "markdown.css",
  "notebook.css",
  "notebook_page.css",
  "commands.css",
  "cell.css",
  "running.css",
  "reads.css",
  "front.css",
  "editor.css",
  "code.css",
  "palette.css",
  "lists.css",
  "pages.css",
  "diagnose.css",
  "api_docs.css",
  "import.css",
  "pipelines.css",
  "opening.css",
  "row_answer.css",
  "diagnosis_rows.css",
  "diagnosis.css",
  "sample.css",
  "faults.css",
];

/** The document around every page: styles, icons, the bar at the top. */
export default define.layout(({ children, state, url }) => {
  const { assets, language, nonce, services, session, title } = state;
  return (
    <html lang={{ en: "en", zh: "zh-CN" }[language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} />
        <title>{title === undefined ? texts.product : `${title} · ${texts.product}`}</title>
        <link rel="icon" href={assets.url("favicon.svg")} type="image/svg+xml" />
        {styles.map((name) => <link key={name} rel="stylesheet" href={assets.url(name)} />)}
        <script src={assets.url("theme.js")}></script>
        {assets.scripts.map((address) => (
          <script key={address} type="module" src={address}></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#main">{texts.skipToContent[language]}</a>
        <div hidden dangerouslySetInnerHTML={{ __html: assets.icons }} />
        <TopBar
          language={language}
          url={url}
          isSignedIn={session !== undefined}
          canSignOut={session !== undefined && session.user !== localUser}
        />
        {children}
        {session !== undefined && (
          <Drops uploadLimit={services.workbench.uploadLimit} language={language} />
        )}
      </body>
    </html>
  );
});
