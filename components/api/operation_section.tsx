import type { JSX } from "preact";
import type { Language } from "@/web/language.ts";
import type { OperationObject } from "@/web/openapi.ts";
import { apiTexts } from "../texts_api.ts";
import { TypeText } from "./type_text.tsx";

/** One operation of the API: what it does, takes and gives, and how it is called by `curl`. */
export function OperationSection(
  { method, path, operation, origin, language }: {
    readonly method: string;
    readonly path: string;
    readonly operation: OperationObject;
    /** Where the server is, such as `http://127.0.0.1:8000`. */
    readonly origin: string;
    readonly language: Language;
  },
): JSX.Element {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const answers = Object.entries(responses).filter(([status]) => status !== "default");
  return (
    <section class="operation" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>
        <span class={`method is-${method}`}>{method.toUpperCase()}</span>
        <code>{path}</code>
      </h3>
      <p>{summary}</p>
      {parameters.length > 0 && (
        <table class="table tight">
          <caption class="visually-hidden">{apiTexts.parameters[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{apiTexts.name[language]}</th>
              <th scope="col">{apiTexts.place[language]}</th>
              <th scope="col">{apiTexts.type[language]}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ name, in: place, required, schema }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>
                  {apiTexts[place === "path" ? "inPath" : "inQuery"][language]}
                  {required && place === "query"
                    ? { en: ", ", zh: "，" }[language] + apiTexts.required[language]
                    : ""}
                </td>
                <td>
                  <TypeText schema={schema} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl class="bodies">
        {requestBody && (
          <Body
            title={apiTexts.body[language]}
            content={requestBody.content}
            language={language}
          />
        )}
        {answers.map(([status, { content }]) => (
          <Body
            key={status}
            title={apiTexts.answer(status)[language]}
            content={content}
            language={language}
          />
        ))}
      </dl>
      <details>
        <summary>{apiTexts.example[language]}</summary>
        <pre tabIndex={0}><code>{curl(method, path, operation, origin)}</code></pre>
      </details>
    </section>
  );
}

function Body(
  { title, content = {}, language }: {
    readonly title: string;
    readonly content: OperationObject["responses"][string]["content"] | undefined;
    readonly language: Language;
  },
): JSX.Element {
  const kinds = Object.entries(content);
  return (
    <div>
      <dt>{title}</dt>
      {kinds.length === 0 && <dd class="faint">{apiTexts.nothing[language]}</dd>}
      {kinds.map(([media, { schema }]) => (
        <dd key={media}>
          <code class="faint">{media}</code>{" "}
          {schema && <TypeText schema={schema} language={language} />}
        </dd>
      ))}
    </div>
  );
}

/** A call by `curl`; what has to be filled in stands in capitals. */
function curl(
  method: string,
  path: string,
  { parameters, requestBody }: OperationObject,
  origin: string,
): string {
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${name.toUpperCase()}`);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase()) +
    (query.length > 0 ? `?${query.join("&")}` : "");
  const [media] = Object.keys(requestBody?.content ?? {});
  return [
    `curl ${method === "get" ? "" : `--request ${method.toUpperCase()} `}"${origin}${address}"`,
    `--header "Authorization: Bearer $HEALER_TOKEN"`,
    ...(media === undefined ? [] : [`--header "Content-Type: ${media}"`]),
    ...(media === undefined
      ? []
      : [media === "application/json" ? "--data '{…}'" : "--data-binary @FILE"]),
  ].join(" \\\n  ");
}
