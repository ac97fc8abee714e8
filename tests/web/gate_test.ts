import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openTestApp, testHost } from "./test_app.ts";

const page = { accept: "text/html,application/xhtml+xml" };
const fromElsewhere = {
  "sec-fetch-site": "cross-site",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
};

async function problemCode(response: Response): Promise<string> {
  return (await response.json()).error.code;
}

function setCookie(response: Response): string {
  return response.headers.getSetCookie().find((cookie) => cookie.startsWith("healer-8000=")) ?? "";
}

describe("the gate", () => {
  it("lets a session in, from every name of this machine", async () => {
    await using app = await openTestApp();
    for (const host of ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"]) {
      const response = await app.request("/", { headers: { host, cookie: app.cookie } });
      assert.equal(response.status, 200, host);
    }
  });

  it("takes the token for the API alone", async () => {
    await using app = await openTestApp();
    const headers = { authorization: `Bearer ${app.token}` };
    assert.equal((await app.request("/api/nowhere", { headers })).status, 404);
    assert.equal((await app.request("/", { headers })).status, 401);
    const before = app.token;
    await app.door.newToken({ replace: true });
    const response = await app.request("/api/nowhere", {
      headers: { authorization: `bearer ${before}` },
    });
    assert.equal(await problemCode(response), "gate/wrong-token");
  });

  it("shows people without a session how to get in, in their language", async () => {
    await using app = await openTestApp();
    const english = await app.request("/notebooks/1", { headers: page });
    assert.equal(english.status, 401);
    assert.match(await english.text(), /<h1>How to get in<\/h1>[\s\S]*value="\/notebooks\/1"/);
    const chinese = await app.request("/", {
      headers: { ...page, "accept-language": "zh-CN,en;q=0.5" },
    });
    assert.match(await chinese.text(), /<h1>如何进入<\/h1>/);
    const chosen = await app.request("/?lang=zh", { headers: page });
    assert.match(await chosen.text(), /<html lang="zh-CN">/);
    assert.match(chosen.headers.getSetCookie().join(), /^healer-language=zh; /);
  });

  it("sends programs a problem and the scheme to use", async () => {
    await using app = await openTestApp();
    const response = await app.request("/api/notebooks");
    assert.equal(response.headers.get("www-authenticate"), "Bearer");
    assert.equal(await problemCode(response), "gate/no-session");
  });

  it("opens a page for a link from elsewhere, once more and from here, as the cookie was held back", async () => {
    await using app = await openTestApp();
    const path = "/notebooks/a?b=%22%3E'c";
    const first = await app.request(path, { headers: { ...page, ...fromElsewhere } });
    assert.equal(first.status, 401);
    assert.match(
      await first.text(),
      /http-equiv="refresh" content="0;url=\/notebooks\/a\?b=%22%3E%27c"/,
    );
    const second = await app.request("/", {
      headers: { ...page, ...fromElsewhere, cookie: app.cookie },
    });
    assert.equal(second.status, 200);
    const away = await app.request("//evil.example/", { headers: { ...page, ...fromElsewhere } });
    assert.match(await away.text(), /content="0;url=\/"/);
  });

  it("lets no other site frame a page, submit a form or open a stream", async () => {
    await using app = await openTestApp();
    const withSession = { ...fromElsewhere, cookie: app.cookie };
    const refused = [
      await app.request("/", { headers: { ...withSession, "sec-fetch-dest": "iframe" } }),
      await app.request("/login", { method: "POST", headers: withSession }),
      await app.request("/", { headers: { ...withSession, upgrade: "websocket" } }),
    ];
    for (const response of refused) assert.equal(response.status, 403);
  });

  it("tells people at a wrong address in words", async () => {
    await using app = await openTestApp();
    const response = await app.request("/", { headers: { ...page, host: "evil.example" } });
    assert.equal(response.status, 403);
    assert.match(response.headers.get("content-type") ?? "", /^text\/plain/);
    assert.match(await response.text(), /Cannot answer for the host evil\.example/);
  });

  it("decides on the path that the routes see, however it is written", async () => {
    await using app = await openTestApp();
    for (
      const path of [
        "/static/../api/x",
        "/login/../",
        "/x/%2e%2e/",
        "/static/%2e%2e/",
        "/login%2f..",
        "/Login",
      ]
    ) {
      assert.equal((await app.request(path)).status, 401, path);
    }
    assert.equal((await app.request("/x/../login")).status, 200);
  });

  it("answers whether it lives, and says no more", async () => {
    await using app = await openTestApp();
    const response = await app.request("/healthz");
    assert.equal(await response.text(), "ok\n");
  });
});

describe("the launch link", () => {
  it("opens once and sets a cookie that is kept from scripts and from other sites, by a name of its port", async () => {
    await using app = await openTestApp();
    const link = app.door.newLaunchPath();
    const first = await app.request(link, { headers: { ...page, ...fromElsewhere } });
    assert.equal(first.status, 200);
    assert.match(await first.text(), /http-equiv="refresh" content="0;url=\/"/);
    const cookie = setCookie(first);
    assert.match(
      cookie,
      /^healer-8000=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    const [pair = ""] = cookie.split(";");
    assert.equal((await app.request("/", { headers: { cookie: pair } })).status, 200);

    const replay = await app.request(link, { headers: page });
    assert.equal(replay.status, 401);
    assert.equal(setCookie(replay), "");
    assert.match(await replay.text(), /was used before, has expired/);
  });

  it("expires", async () => {
    let time = 0;
    await using app = await openTestApp({ now: () => time });
    const [early, late] = [app.door.newLaunchPath(), app.door.newLaunchPath()];
    time = 10 * 60 * 1000 - 1;
    assert.equal((await app.request(early)).status, 200);
    time++;
    assert.equal((await app.request(late)).status, 401);
  });

  it("does not open with a wrong key or none", async () => {
    await using app = await openTestApp();
    for (
      const path of ["/launch", "/launch?key=", "/launch?key=wrong", `${app.door.newLaunchPath()}x`]
    ) {
      assert.equal((await app.request(path)).status, 401, path);
    }
  });

  it("leads on who is inside already", async () => {
    await using app = await openTestApp();
    const response = await app.request("/launch?key=spent", { headers: { cookie: app.cookie } });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("location"), "/");
  });
});

describe("signing in", () => {
  const send = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    headers: { ...page, origin: `http://${testHost}`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ next: "/notebooks/1", ...fields }),
  });

  it("takes the name and password of a user", async () => {
    await using app = await openTestApp();
    const { name, password } = await app.door.newAdmin() ?? { name: "", password: "" };
    assert.match(password, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    assert.equal(await app.door.newAdmin(), undefined);
    const wrong = await app.request("/login", send({ name, password: `${password}x` }));
    assert.equal(wrong.status, 401);
    assert.match(await wrong.text(), /name and password do not fit/);
    const right = await app.request("/login", send({ name, password }));
    assert.equal(right.status, 303);
    assert.equal(right.headers.get("location"), "/notebooks/1");
    assert.match(setCookie(right), /HttpOnly; SameSite=Strict$/);
    const cookie = setCookie(right).split(";")[0] ?? "";
    const inside = await app.request("/", { headers: { cookie } });
    assert.match(await inside.text(), /action="\/logout"/);
  });

  it("takes the API token", async () => {
    await using app = await openTestApp();
    assert.equal((await app.request("/login", send({ token: app.token }))).status, 303);
    assert.equal((await app.request("/login", send({ token: "healer_x" }))).status, 401);
  });

  it("leads nowhere but to this server", async () => {
    await using app = await openTestApp();
    const elsewhere = [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example",
      "/.//evil.example",
      "javascript:1",
    ];
    for (const next of elsewhere) {
      const response = await app.request("/login", send({ token: app.token, next }));
      assert.equal(response.headers.get("location"), "/", next);
    }
  });

  it("makes who fails five times wait a minute", async () => {
    let time = 0;
    await using app = await openTestApp({ now: () => time });
    for (let attempt = 0; attempt < 5; attempt++) {
      assert.equal((await app.request("/login", send({ token: "wrong" }))).status, 401);
    }
    const blocked = await app.request("/login", send({ token: app.token }));
    assert.equal(blocked.status, 429);
    assert.match(await blocked.text(), /Wait 60 s/);
    time = 60_000;
    assert.equal((await app.request("/login", send({ token: app.token }))).status, 303);
  });

  it("refuses what is no form of its own", async () => {
    await using app = await openTestApp();
    const json = { ...send({}), body: "{}" };
    assert.equal((await app.request("/login", json)).status, 400);
    assert.equal((await app.request("/login", send({ name: "admin" }))).status, 400);
  });

  it("ends with the session", async () => {
    let time = 0;
    await using app = await openTestApp({ now: () => time });
    const headers = { cookie: app.cookie, origin: `http://${testHost}` };
    const out = await app.request("/logout", { method: "POST", headers });
    assert.match(setCookie(out), /^healer-8000=; Path=\/; Max-Age=0;/);
    assert.equal((await app.request("/", { headers })).status, 401);

    const cookie = setCookie(await app.request(app.door.newLaunchPath())).split(";")[0] ?? "";
    time = 30 * 24 * 60 * 60 * 1000 - 1;
    assert.equal((await app.request("/", { headers: { cookie } })).status, 200);
    time++;
    assert.equal((await app.request("/", { headers: { cookie } })).status, 401);
  });
});
