import { bytesOf, wireType } from "./protobuf.ts";

const utf8Encoder = new TextEncoder();

/** Writes protobuf messages into one growing buffer. */
export class ProtobufWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  /** An optional int32, int64 or enum; `value` is a safe integer. */
  int(field: number, value: number): void {
    this.key(field, wireType.varint);
    this.varint(value);
  }

  /** A float, rounded to float32. */
  float(field: number, value: number): void {
    this.key(field, wireType.fixed32);
    this.raw(new Uint8Array(Float32Array.of(value).buffer));
  }

  /** A string as UTF-8; lone surrogates become U+FFFD. */
  string(field: number, value: string): void {
    this.bytes(field, utf8Encoder.encode(value));
  }

  /** A repeated string. */
  strings(field: number, values: readonly string[]): void {
    // Long lists, such as the modes of tree nodes, repeat few texts: each is encoded once.
    const encoded = new Map<string, Uint8Array>();
    for (const value of values) {
      let bytes = encoded.get(value);
      if (bytes === undefined) encoded.set(value, bytes = utf8Encoder.encode(value));
      this.bytes(field, bytes);
    }
  }

  bytes(field: number, value: Uint8Array): void {
    this.key(field, wireType.bytes);
    this.varint(value.length);
    this.raw(value);
  }

  /** A repeated float as one packed field; absent when empty. */
  packedFloats(field: number, values: Float32Array): void {
    if (values.length > 0) this.bytes(field, bytesOf(values));
  }

  /** A repeated int64 as one packed field; absent when empty. */
  packedInts(field: number, values: readonly number[]): void {
    if (values.length === 0) return;
    this.message(field, () => {
      for (const value of values) this.varint(value);
    });
  }

  /** A nested message: `write` writes its fields to this writer. */
  message(field: number, write: () => void): void {
    this.key(field, wireType.bytes);
    const start = this.length;
    write();
    const size = this.length - start;
    // The length stands in front of a body whose size is only known now: move the body to make room.
    this.varint(size);
    const prefix = this.buffer.slice(start + size, this.length);
    this.buffer.copyWithin(start + prefix.length, start, start + size);
    this.buffer.set(prefix, start);
  }

  /** What was written, as a copy of its own. */
  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private key(field: number, wire: number): void {
    this.varint(field * 8 + wire);
  }

  private varint(value: number): void {
    this.reserve(10);
    let high = Math.floor(value / 2 ** 32);
    let low = value - high * 2 ** 32;
    // Negative numbers are written as unsigned 64-bit two's complement, ten bytes long.
    high >>>= 0;
    while (high > 0 || low > 127) {
      this.buffer[this.length++] = (low & 127) | 128;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    this.buffer[this.length++] = low;
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  private reserve(extra: number): void {
    if (this.length + extra <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.length + extra, this.buffer.length * 2));
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }
}
