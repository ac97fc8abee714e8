import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { errorSchema } from "@/web/api_schema.ts";
import { unexpectedAnswer, unreachableServer } from "./api.ts";

const brokenOff = (): Problem<"download/broken-off"> => ({
  code: "download/broken-off",
  message: {
    en: "Cannot save the file: it broke off before its end.",
    zh: "无法保存文件：传输在完成之前中断。",
  },
  place: {},
  hint: {
    en: "Nothing was saved. Try again; the server's terminal says what happened.",
    zh: "未保存任何内容。请重试；服务器终端中有详细信息。",
  },
});

/**
 * Gets a file that the server makes, with the name that it has there.
 *
 * @throws {HealerError} the problem the server named, `download/broken-off`
 * @throws {DOMException} `AbortError` once it was broken off here
 */
export async function fetchFile(
  address: string,
  signal: AbortSignal,
): Promise<{ name: string; blob: Blob }> {
  const response = await fetch(address, { signal }).catch((cause) => {
    throw signal.aborted ? cause : unreachableServer(cause);
  });
  if (!response.ok) throw await refusalOf(response);
  const blob = await response.blob().catch((cause) => {
    throw signal.aborted ? cause : new HealerError(brokenOff(), { cause });
  });
  return { name: nameOf(response), blob };
}

/** Makes sure that a file is there before the browser is sent to it. @throws {HealerError} why it is not */
export async function checkFile(address: string): Promise<void> {
  const head = await fetch(address, { method: "HEAD" }).catch((cause) => {
    throw unreachableServer(cause);
  });
  // Only the answer to GET says why.
  if (!head.ok) throw await refusalOf(await fetch(address));
}

async function refusalOf(response: Response): Promise<HealerError> {
  const json: unknown = await response.json().catch(() => undefined);
  const { data } = errorSchema.safeParse(json);
  return data === undefined ? unexpectedAnswer() : new HealerError(data.error);
}

/** The name that an answer gives its file (RFC 8187). */
function nameOf(response: Response): string {
  const disposition = response.headers.get("content-disposition") ?? "";
  const [, encoded = ""] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  return decodeURIComponent(encoded) || "download";
}
