import { OperationSection } from "@/components/api/operation_section.tsx";
import { TypeText } from "@/components/api/type_text.tsx";
import { apiTexts } from "@/components/texts_api.ts";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    ctx.state.title = apiTexts.title[ctx.state.language];
    return page({ document: ctx.state.openApi(ctx.state.language) });
  },
});

/** The API to read: every operation and every schema of `/api/openapi.json`. */
export default define.page<typeof handler>(({ data, url, state: { language } }) => {
  const { paths, components, info } = data.document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  );
  const groups = [...Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? "")];
  return (
    <div class="notebook api-docs">
      <nav class="rail" aria-label={apiTexts.operations[language]}>
        {groups.map(([tag, members]) => (
          <div key={tag}>
            <h2>{tag}</h2>
            <ul>
              {members.map(({ path, method, operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`} title={`${method.toUpperCase()} ${path}`}>
                    <span class={`method is-${method}`}>{method.toUpperCase()}</span>
                    <span class="title">{path.replace(/^\/api/, "")}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <h2>
          <a href="#schemas">{apiTexts.schemas[language]}</a>
        </h2>
      </nav>
      <main class="api-page" id="main">
        <h1>
          {apiTexts.title[language]} <span class="faint">{info.version}</span>
        </h1>
        <p>{info.description.replaceAll("`", "")}</p>
        <p>
          <a href="/api/openapi.json">{apiTexts.asDocument[language]}</a>
        </p>
        {groups.map(([tag, members]) => (
          <div key={tag}>
            <h2>{tag}</h2>
            {members.map(({ path, method, operation }) => (
              <OperationSection
                key={operation.operationId}
                path={path}
                method={method}
                operation={operation}
                origin={url.origin}
                language={language}
              />
            ))}
          </div>
        ))}
        <h2 id="schemas">{apiTexts.schemas[language]}</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <section key={name} class="operation" id={`schema-${name}`}>
            <h3>
              <code>{name}</code>
            </h3>
            <TypeText schema={schema} language={language} />
          </section>
        ))}
      </main>
    </div>
  );
});
