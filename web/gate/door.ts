import { HealerError } from "@/pipeline/problem.ts";
import { cookieOf } from "../cookies.ts";
import { gateProblems } from "../problems.ts";
import { Attempts } from "./attempts.ts";
import { type KeyStore, localUser, type Session } from "./keys.ts";
import { LaunchKeys } from "./launch_keys.ts";
import { hashPassword, isPassword, newPassword } from "./password.ts";
import { hasHash, hashOf, newSecret } from "./secrets.ts";

/** How long a session lasts, in milliseconds. */
export const sessionLifetime = 30 * 24 * 60 * 60 * 1000;

const mostSessions = 200;
const addressLimits = { attempts: 5, window: 60_000 };
const nameLimits = { attempts: 20, window: 60_000 };

/** The ways in: launch link, name and password, API token; and the sessions they begin. */
export class Door {
  private readonly launchKeys: LaunchKeys;
  private readonly addressAttempts: Attempts;
  private readonly nameAttempts: Attempts;
  private lastCheck: Promise<boolean> = Promise.resolve(false);

  /** @param now the time in milliseconds */
  constructor(private readonly store: KeyStore, private readonly now: () => number = Date.now) {
    this.launchKeys = new LaunchKeys(now);
    this.addressAttempts = new Attempts(addressLimits, now);
    this.nameAttempts = new Attempts(nameLimits, now);
  }

  /** Whether there are users who sign in by name and password. */
  get hasUsers(): boolean {
    return this.store.read().users.length > 0;
  }

  /** The path of a new launch link. */
  newLaunchPath(): string {
    return `/launch?key=${this.launchKeys.create()}`;
  }

  /**
   * Makes the API token where there is none, or in place of the one there is.
   *
   * @returns the token, which is not kept, or undefined where the old one goes on
   */
  async newToken({ replace }: { replace: boolean }): Promise<string | undefined> {
    if (!replace && this.store.read().token !== null) return undefined;
    const token = `healer_${newSecret()}`;
    await this.store.change((keys) => {
      keys.token = hashOf(token);
    });
    return token;
  }

  /** Makes the user `admin` where there are none, with a password that is not kept, or gives undefined. */
  async newAdmin(): Promise<{ name: string; password: string } | undefined> {
    if (this.hasUsers) return undefined;
    const admin = { name: "admin", password: newPassword() };
    const password = await hashPassword(admin.password);
    await this.store.change((keys) => {
      keys.users.push({ name: admin.name, password });
    });
    return admin;
  }

  /**
   * Begins a session by the key of a launch link.
   *
   * @returns the session's secret
   * @throws {HealerError} `gate/spent-link`
   */
  async enterByLaunchKey(key: string): Promise<string> {
    if (!this.launchKeys.take(key)) throw new HealerError(gateProblems.spentLink());
    return await this.begin(localUser);
  }

  /**
   * Begins a session by name and password.
   *
   * @param address where the request comes from
   * @returns the session's secret
   * @throws {HealerError} `gate/wrong-password`, `gate/too-many-attempts`
   */
  async enterByPassword(name: string, password: string, address: string): Promise<string> {
    this.beginAttempt(address, name);
    const user = this.store.read().users.find((user) => user.name === name);
    // A name that does not exist takes as long to refuse as a wrong password.
    const fits = await this.oneAtATime(async () =>
      await isPassword(password, user?.password ?? await nobody())
    );
    if (!user || !fits) throw new HealerError(gateProblems.wrongPassword());
    this.endAttempt(address, name);
    return await this.begin(user.name);
  }

  /**
   * Begins a session by the API token.
   *
   * @param address where the request comes from
   * @returns the session's secret
   * @throws {HealerError} `gate/wrong-token`, `gate/too-many-attempts`
   */
  async enterByToken(token: string, address: string): Promise<string> {
    this.beginAttempt(address, "");
    if (!this.isToken(token)) throw new HealerError(gateProblems.wrongToken());
    this.endAttempt(address, "");
    return await this.begin(localUser);
  }

  /** Whether this is the API token. */
  isToken(token: string): boolean {
    const hash = this.store.read().token;
    return hash !== null && hasHash(token, hash);
  }

  /** The session that the request's cookie names, or undefined. */
  sessionOf(request: Request, host: string): Session | undefined {
    const secret = cookieOf(request, cookieName(host));
    const session = secret === undefined ? undefined : this.store.read().sessions[hashOf(secret)];
    return session && this.now() < session.end ? session : undefined;
  }

  /** Ends the session that the request's cookie names, if there is one. */
  async leave(request: Request, host: string): Promise<void> {
    const secret = cookieOf(request, cookieName(host));
    if (secret === undefined) return;
    await this.store.change(({ sessions }) => {
      delete sessions[hashOf(secret)];
    });
  }

  private async begin(user: string): Promise<string> {
    const secret = newSecret();
    await this.store.change((keys) => {
      const lasting = Object.entries(keys.sessions)
        .filter(([, { end }]) => this.now() < end)
        .sort(([, a], [, b]) => b.end - a.end)
        .slice(0, mostSessions - 1);
      keys.sessions = Object.fromEntries(lasting);
      keys.sessions[hashOf(secret)] = { user, end: this.now() + sessionLifetime };
    });
    return secret;
  }

  /** Each check takes 32 MiB: many at once must not take the memory of the machine. */
  private oneAtATime(check: () => Promise<boolean>): Promise<boolean> {
    const result = this.lastCheck.then(check);
    this.lastCheck = result.catch(() => false);
    return result;
  }

  private beginAttempt(address: string, name: string): void {
    const seconds = this.addressAttempts.begin(address) || this.nameAttempts.begin(name);
    if (seconds > 0) throw new HealerError(gateProblems.tooManyAttempts(seconds));
  }

  private endAttempt(address: string, name: string): void {
    this.addressAttempts.succeeded(address);
    this.nameAttempts.succeeded(name);
  }
}

/** The cookie that carries a session; cookies know no ports, so its name does. */
export function cookieName(host: string): string {
  const port = /:(\d+)$/.exec(host.replace(/^\[.*\]/, ""))?.[1];
  return port === undefined ? "healer" : `healer-${port}`;
}

/** The `Set-Cookie` of a session; without a secret, the one that ends it. */
export function sessionCookie(host: string, secret: string | undefined): string {
  const age = secret === undefined ? 0 : sessionLifetime / 1000;
  return `${cookieName(host)}=${secret ?? ""}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict`;
}

let nobodysHash: ReturnType<typeof hashPassword> | undefined;

function nobody(): ReturnType<typeof hashPassword> {
  nobodysHash ??= hashPassword(newSecret());
  return nobodysHash;
}
