import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { pieceBytes, type UploadAnswer } from "@/web/upload_schema.ts";
import { isUnreachable } from "../api.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { Rate } from "./rate.ts";
import { uploadApi } from "./upload_api.ts";

/** How it goes with a file on its way. */
export type FileUploadState =
  | { readonly kind: "beginning" }
  | {
    readonly kind: "sending";
    readonly sent: number;
    /** Bytes a second, once that can be told. */
    readonly rate: number | undefined;
  }
  /** All is sent; the server looks at it. */
  | { readonly kind: "checking" }
  | { readonly kind: "paused"; readonly sent: number }
  /** The server cannot be reached; it is asked again by itself. */
  | { readonly kind: "waiting"; readonly sent: number };

const fileProblems = {
  unreadable: (file: string): Problem<"upload/unreadable-file"> => ({
    code: "upload/unreadable-file",
    message: {
      en: "The browser cannot read the file: it is a folder, or it was moved or changed meanwhile.",
      zh: "浏览器无法读取该文件：它是文件夹，或在此期间被移动或修改。",
    },
    place: { file },
    hint: {
      en: "Choose a file, not a folder. Where it was moved or changed, choose it again.",
      zh: "请选择文件而不是文件夹；如果文件被移动或修改，请重新选择。",
    },
  }),
};

/** Seconds before the server is asked again. */
const patience = [1, 2, 4, 8, 15] as const;

/** What lets an upload go on from where the server says it is. */
const continuable = ["upload/offset-conflict", "upload/cut-off", "request/too-large"];

/**
 * Sends a file piece by piece, and goes on by itself after lost connections and the end of the server. The same
 * file goes on where it stopped, also in another tab and on another day.
 */
export class FileUpload {
  private readonly ended = new AbortController();
  private piece: AbortController | undefined;
  private pause: PromiseWithResolvers<void> | undefined;
  private readonly rate = new Rate();
  private sent = 0;
  private id: string | undefined;

  /** @param onState Is told how it goes. */
  constructor(
    private readonly file: File,
    private readonly onState: (state: FileUploadState) => void,
  ) {}

  /**
   * Sends what is missing. After a failure it can be called again.
   *
   * @throws {HealerError} what keeps the server from taking the file, or the browser from reading it
   * @throws {DOMException} `AbortError` once it was cancelled
   */
  async send(): Promise<UploadAnswer> {
    this.onState({ kind: "beginning" });
    const fingerprint = await this.fingerprint();
    const { name, size: bytes } = this.file;
    const start = () => uploadApi.start({ name, bytes, fingerprint });
    let upload = await this.persist(start);
    while (upload.file === null) {
      this.id = upload.id;
      this.note(upload.offset);
      await this.whilePaused();
      upload = await this.sendPiece(upload, start);
    }
    return upload;
  }

  /** Stops until {@linkcode goOn}. */
  stop(): void {
    if (this.pause !== undefined) return;
    this.pause = Promise.withResolvers();
    this.piece?.abort();
    this.onState({ kind: "paused", sent: this.sent });
  }

  goOn(): void {
    this.rate.reset();
    this.pause?.resolve();
    this.pause = undefined;
  }

  /** Breaks it off. What has arrived stays with the server for a day. */
  breakOff(): void {
    this.ended.abort(new DOMException("The upload was broken off.", "AbortError"));
    this.piece?.abort();
    this.goOn();
  }

  /** Breaks it off and forgets what has arrived. */
  async cancel(): Promise<void> {
    this.breakOff();
    if (this.id !== undefined) await uploadApi.remove(this.id);
  }

  private async sendPiece(
    upload: UploadAnswer,
    start: () => Promise<UploadAnswer>,
  ): Promise<UploadAnswer> {
    const { id, bytes, offset } = upload;
    const piece = this.file.slice(offset, offset + pieceBytes);
    this.piece = new AbortController();
    try {
      return await uploadApi.append(upload, piece, {
        signal: this.piece.signal,
        onProgress: (fraction) => {
          const sent = offset + fraction * piece.size;
          if (sent >= bytes) this.onState({ kind: "checking" });
          else this.note(sent);
        },
      });
    } catch (error) {
      this.ended.signal.throwIfAborted();
      if (this.pause !== undefined) {
        await this.whilePaused();
        return await this.persist(() => uploadApi.get(id));
      }
      if (!(error instanceof HealerError)) throw error;
      // The browser calls a file that cannot be read an unreachable server, too.
      if (isUnreachable(error)) await this.fingerprint();
      if (isUnreachable(error)) this.onState({ kind: "waiting", sent: this.sent });
      else if (!continuable.includes(error.problem.code)) {
        if (error.problem.code === "store/not-found") return await this.persist(start);
        throw error;
      }
      this.rate.reset();
      return await this.persist(() => uploadApi.get(id));
    } finally {
      this.piece = undefined;
    }
  }

  /** Asks until the server can be reached. */
  private async persist(ask: () => Promise<UploadAnswer>): Promise<UploadAnswer> {
    for (let attempt = 0;; attempt++) {
      this.ended.signal.throwIfAborted();
      try {
        return await ask();
      } catch (error) {
        if (!isUnreachable(error)) throw error;
      }
      this.onState({ kind: "waiting", sent: this.sent });
      await this.wait(patience[Math.min(attempt, patience.length - 1)] ?? 1);
    }
  }

  /** Waits some seconds, or until the browser finds the network again. */
  private async wait(seconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, 1000 * seconds);
    const wake = () => resolve();
    addEventListener("online", wake);
    this.ended.signal.addEventListener("abort", wake);
    await promise;
    clearTimeout(timer);
    removeEventListener("online", wake);
    this.ended.signal.removeEventListener("abort", wake);
  }

  private async whilePaused(): Promise<void> {
    await this.pause?.promise;
    this.ended.signal.throwIfAborted();
  }

  private async fingerprint(): Promise<string> {
    try {
      return await fingerprintOf(this.file);
    } catch (cause) {
      throw new HealerError(fileProblems.unreadable(this.file.name), { cause });
    }
  }

  private note(sent: number): void {
    this.sent = sent;
    this.rate.note(sent, performance.now());
    if (this.pause === undefined) {
      this.onState({ kind: "sending", sent, rate: this.rate.perSecond() });
    }
  }
}
