import type { Problem } from "@/pipeline/problem.ts";

/** What can be wrong with a request, before any work is done for it. */
export const requestProblems = {
  noSuchPage: (path: string): Problem<"request/no-such-page"> => ({
    code: "request/no-such-page",
    message: {
      en: `Cannot find ${shown(path)}: there is nothing at this address.`,
      zh: `找不到 ${shown(path)}：此地址没有内容。`,
    },
    place: {},
    hint: {
      en: "Check the address, or start from the first page.",
      zh: "请检查地址，或从首页开始。",
    },
  }),
  methodNotAllowed: (
    method: string,
    allowed: readonly string[],
  ): Problem<"request/method-not-allowed"> => ({
    code: "request/method-not-allowed",
    message: {
      en: `Cannot ${shown(method)} this address: it answers ${allowed.join(", ")}.`,
      zh: `此地址不支持 ${shown(method)}：仅支持 ${allowed.join("、")}。`,
    },
    place: {},
    hint: { en: "Use one of the methods named.", zh: "请使用上述方法之一。" },
  }),
  tooLarge: (maxBody: number): Problem<"request/too-large"> => ({
    code: "request/too-large",
    message: {
      en: `Cannot take the request: its body is larger than ${byteText(maxBody)}.`,
      zh: `无法接受请求：内容超过 ${byteText(maxBody)}。`,
    },
    place: {},
    hint: { en: "Send less at once.", zh: "请减少单次发送的内容。" },
  }),
  notJson: (detail: string): Problem<"request/not-json"> => ({
    code: "request/not-json",
    message: {
      en: `Cannot read the request: its body is no JSON (${detail}).`,
      zh: `无法读取请求：内容不是 JSON（${detail}）。`,
    },
    place: {},
    hint: {
      en: 'Send one JSON value in UTF-8, with "content-type: application/json".',
      zh: "请以 UTF-8 发送一个 JSON 值，并设置 content-type: application/json。",
    },
  }),
  notForm: (): Problem<"request/not-form"> => ({
    code: "request/not-form",
    message: {
      en: "Cannot read the request: its body is no form.",
      zh: "无法读取请求：内容不是表单。",
    },
    place: {},
    hint: {
      en: 'Send it as "application/x-www-form-urlencoded" or "multipart/form-data".',
      zh: "请以 application/x-www-form-urlencoded 或 multipart/form-data 发送。",
    },
  }),
  wrongField: (param: string, allowed: Problem["message"]): Problem<"request/wrong-field"> => ({
    code: "request/wrong-field",
    message: {
      en: param === ""
        ? `Cannot use the request: it must be ${allowed.en}.`
        : `Cannot use the request: "${shown(param)}" must be ${allowed.en}.`,
      zh: param === ""
        ? `无法使用该请求：应为${allowed.zh}。`
        : `无法使用该请求：“${shown(param)}” 应为${allowed.zh}。`,
    },
    place: param === "" ? {} : { param },
    hint: { en: "Correct the field and send it again.", zh: "请更正该字段后重新发送。" },
  }),
};

/** Why the gate lets nothing through. */
export const gateProblems = {
  foreignHost: (host: string): Problem<"gate/foreign-host"> => ({
    code: "gate/foreign-host",
    message: {
      en: `Cannot answer for the host ${
        shown(host)
      }: it is not on the list of this server's names.`,
      zh: `不为主机名 ${shown(host)} 提供服务：它不在本服务器的名称列表中。`,
    },
    place: {},
    hint: {
      en: "Use the address that the server printed, or start it with --allow-host and this name.",
      zh: "请使用服务器打印的地址，或在启动时用 --allow-host 加上此名称。",
    },
  }),
  foreignOrigin: (): Problem<"gate/foreign-origin"> => ({
    code: "gate/foreign-origin",
    message: {
      en: "Cannot answer: the request was made by a page of another site.",
      zh: "无法应答：该请求由其他网站的页面发出。",
    },
    place: {},
    hint: {
      en: "Open the workbench in a tab of its own; scripts use the API token and send no Origin.",
      zh: "请在单独的标签页中打开工作台；脚本请使用 API 令牌且不要发送 Origin。",
    },
  }),
  noSession: (): Problem<"gate/no-session"> => ({
    code: "gate/no-session",
    message: { en: "Cannot answer: you are not signed in.", zh: "无法应答：您尚未登录。" },
    place: {},
    hint: {
      en:
        'Open the launch link that the server printed, or send "authorization: Bearer" with the API token.',
      zh: "请打开服务器打印的启动链接，或在 authorization: Bearer 中发送 API 令牌。",
    },
  }),
  wrongToken: (): Problem<"gate/wrong-token"> => ({
    code: "gate/wrong-token",
    message: {
      en: "Cannot answer: the API token is not this server's.",
      zh: "无法应答：API 令牌不属于本服务器。",
    },
    place: {},
    hint: {
      en: "Use the token printed at the first start; healer serve --new-token makes a new one.",
      zh: "请使用首次启动时打印的令牌；healer serve --new-token 可生成新令牌。",
    },
  }),
  spentLink: (): Problem<"gate/spent-link"> => ({
    code: "gate/spent-link",
    message: {
      en: "Cannot sign in: this launch link was used before, has expired or is of another start.",
      zh: "无法登录：此启动链接已被使用、已过期或属于另一次启动。",
    },
    place: {},
    hint: {
      en:
        "Press Enter in the terminal where the server runs for a new link, or sign in with the API token.",
      zh: "请在运行服务器的终端中按回车键获取新链接，或使用 API 令牌登录。",
    },
  }),
  wrongPassword: (): Problem<"gate/wrong-password"> => ({
    code: "gate/wrong-password",
    message: {
      en: "Cannot sign in: name and password do not fit.",
      zh: "无法登录：用户名与密码不匹配。",
    },
    place: {},
    hint: {
      en: "The password was printed once, at the first start of the server.",
      zh: "密码仅在服务器首次启动时打印一次。",
    },
  }),
  tooManyAttempts: (seconds: number): Problem<"gate/too-many-attempts"> => ({
    code: "gate/too-many-attempts",
    message: {
      en: "Cannot sign in: too many attempts have failed.",
      zh: "无法登录：失败次数过多。",
    },
    place: {},
    hint: { en: `Wait ${seconds} s and try again.`, zh: `请等待 ${seconds} 秒后重试。` },
  }),
  brokenKeys: (file: string, detail: string): Problem<"gate/broken-keys"> => ({
    code: "gate/broken-keys",
    message: {
      en: `Cannot read the users and sessions of the workspace: ${detail}.`,
      zh: `无法读取工作区的用户与会话：${detail}。`,
    },
    place: { file },
    hint: {
      en:
        "Restore the file from a backup, or remove it: everyone then signs in anew, and nothing else is lost.",
      zh: "请从备份恢复该文件，或将其删除：所有人需重新登录，其余内容不受影响。",
    },
  }),
  keysNotWritten: (file: string, detail: string): Problem<"gate/keys-not-written"> => ({
    code: "gate/keys-not-written",
    message: {
      en: `Cannot store who is signed in: ${detail}.`,
      zh: `无法保存登录信息：${detail}。`,
    },
    place: { file },
    hint: {
      en: "Make the workspace's folder writable and its disk not full, then try again.",
      zh: "请确保工作区文件夹可写且磁盘未满，然后重试。",
    },
  }),
};

/** What can go wrong in the server itself. */
export const serverProblems = {
  defect: (): Problem<"server/defect"> => ({
    code: "server/defect",
    message: {
      en: "Cannot finish the request: something in the workbench broke.",
      zh: "无法完成请求：工作台内部出错。",
    },
    place: {},
    hint: {
      en: "Nothing that was saved is lost. Try again; the server's output says what broke.",
      zh: "已保存的内容不会丢失。请重试；服务器输出中有出错详情。",
    },
  }),
  portInUse: (host: string, port: number): Problem<"server/port-in-use"> => ({
    code: "server/port-in-use",
    message: {
      en: `Cannot listen on ${host}:${port}: another program does.`,
      zh: `无法监听 ${host}:${port}：该端口已被其他程序占用。`,
    },
    place: { param: "port" },
    hint: {
      en: "End that program, or choose another port with --port; 0 takes any that is free.",
      zh: "请结束该程序，或用 --port 选择其他端口；0 表示任选空闲端口。",
    },
  }),
  cannotListen: (host: string, port: number, detail: string): Problem<"server/cannot-listen"> => ({
    code: "server/cannot-listen",
    message: {
      en: `Cannot listen on ${host}:${port}: ${detail}.`,
      zh: `无法监听 ${host}:${port}：${detail}。`,
    },
    place: { param: "host" },
    hint: {
      en: "Choose an address of this machine with --host and a port above 1023 with --port.",
      zh: "请用 --host 选择本机地址，并用 --port 选择大于 1023 的端口。",
    },
  }),
  wrongHostName: (name: string): Problem<"server/wrong-host-name"> => ({
    code: "server/wrong-host-name",
    message: {
      en: `Cannot allow the host ${shown(name)}: it is no host name.`,
      zh: `无法允许主机名 ${shown(name)}：它不是有效的主机名。`,
    },
    place: { param: "allow-host" },
    hint: {
      en:
        "Give a name or address with or without a port, such as healer.example.org or 10.0.0.7:9000.",
      zh: "请给出名称或地址，可带端口，例如 healer.example.org 或 10.0.0.7:9000。",
    },
  }),
  noBuild: (detail: string): Problem<"server/no-build"> => ({
    code: "server/no-build",
    message: {
      en: `Cannot build the pages' scripts: ${detail}.`,
      zh: `无法构建页面脚本：${detail}。`,
    },
    place: {},
    hint: {
      en: "Run deno task build and read what it says.",
      zh: "请运行 deno task build 并查看其输出。",
    },
  }),
};

/** What came from outside, short enough to repeat and without line breaks. */
function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function byteText(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB"];
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power]}`;
}
