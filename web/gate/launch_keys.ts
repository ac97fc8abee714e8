import { hashOf, newSecret } from "./secrets.ts";

/** How long a launch link can be opened, in milliseconds. */
export const launchKeyLifetime = 10 * 60 * 1000;

/** The keys of launch links: each opens the workbench once, soon after it was made, for this run of the server. */
export class LaunchKeys {
  /** When a key ends, by its hash, so that a look into the memory finds no key. */
  private readonly ends = new Map<string, number>();

  /** @param now the time in milliseconds */
  constructor(private readonly now: () => number = Date.now) {}

  /** A new key. */
  create(): string {
    const key = newSecret();
    this.ends.set(hashOf(key), this.now() + launchKeyLifetime);
    return key;
  }

  /** Whether the key opens; it never does again. */
  take(key: string): boolean {
    const hash = hashOf(key);
    const end = this.ends.get(hash);
    this.ends.delete(hash);
    return end !== undefined && this.now() < end;
  }
}
