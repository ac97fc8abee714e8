import { openWorkspace, type Workspace } from "@/store/workspace.ts";

/** A folder with a workspace that is gone once the test is over. */
export interface TemporaryWorkspace extends AsyncDisposable {
  readonly folder: string;
  /** The one that is open now. */
  readonly workspace: Workspace;
  /** Closes the workspace and opens it anew. */
  reopen(): Promise<Workspace>;
}

/** Makes an empty workspace. */
export async function temporaryWorkspace(): Promise<TemporaryWorkspace> {
  const folder = await Deno.makeTempDir({ prefix: "healer-store-" });
  let workspace = await openWorkspace(folder);
  return {
    folder,
    get workspace() {
      return workspace;
    },
    async reopen() {
      await workspace[Symbol.asyncDispose]();
      return workspace = await openWorkspace(folder);
    },
    async [Symbol.asyncDispose]() {
      await workspace[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The names of the files in a folder, in order. */
export function filesIn(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
}
