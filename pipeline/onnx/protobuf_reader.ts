import { HealerError, type Text } from "../problem.ts";
import { onnxProblem } from "./problems.ts";
import { wireType } from "./protobuf.ts";

/** More items than this in one list are refused: a JavaScript array cannot grow without end. */
const maxListLength = 2 ** 24;

const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads the fields of one protobuf message in the order of the file. After `next()` gave true, `field` says
 * which field it is, and exactly one of the other methods takes or skips its value.
 *
 * Every method throws a {@linkcode HealerError}: `onnx/truncated` where the file ends too early, `onnx/broken`
 * where bytes make no sense, `onnx/too-large` where a list is endless.
 */
export class ProtobufReader {
  /** The number of the current field. */
  field = 0;
  private wire = 0;
  private fieldStart = 0;
  private low = 0;
  private high = 0;
  private readonly view: DataView;
  private readonly recentTexts: { readonly bytes: Uint8Array; readonly text: string }[] = [];

  constructor(
    private readonly file: Uint8Array,
    private position = 0,
    private readonly end = file.length,
  ) {
    this.view = new DataView(file.buffer, file.byteOffset, file.length);
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (this.position === this.end) return false;
    this.fieldStart = this.position;
    this.varint();
    this.wire = this.low & 7;
    this.field = this.low >>> 3;
    if (this.high !== 0 || this.field === 0) {
      throw this.broken({ en: "there is no such field", zh: "不存在这样的字段" });
    }
    return true;
  }

  /** An int32, int64 or enum that is a safe integer. */
  int(): number {
    this.expect(wireType.varint);
    return this.safeInteger();
  }

  float(): number {
    this.expect(wireType.fixed32);
    return this.view.getFloat32(this.take(4), true);
  }

  string(): string {
    return this.decode(this.bytes());
  }

  /** The bytes of the field as a view of the file. */
  bytes(): Uint8Array {
    this.expect(wireType.bytes);
    const start = this.take(this.size());
    return this.file.subarray(start, this.position);
  }

  /** A reader of the nested message. */
  message(): ProtobufReader {
    this.expect(wireType.bytes);
    const start = this.take(this.size());
    return new ProtobufReader(this.file, start, this.position);
  }

  /** Appends one item, or a packed run of them, of a repeated int32 or int64. */
  ints(items: number[]): void {
    this.items(items, wireType.varint, () => this.safeInteger());
  }

  /** Appends one item, or a packed run of them, of a repeated int64. */
  longs(items: bigint[]): void {
    this.items(items, wireType.varint, () => {
      this.varint();
      return (BigInt(this.high) << 32n) | BigInt(this.low);
    });
  }

  /** Appends one item, or a packed run of them, of a repeated float. */
  floats(items: number[]): void {
    this.items(items, wireType.fixed32, () => this.view.getFloat32(this.take(4), true));
  }

  /** Appends one item, or a packed run of them, of a repeated double. */
  doubles(items: number[]): void {
    this.items(items, wireType.fixed64, () => this.view.getFloat64(this.take(8), true));
  }

  /** Appends one item of a repeated string. */
  strings(items: string[]): void {
    const bytes = this.bytes();
    // Long lists, such as the modes of tree nodes, repeat few texts: each is decoded once.
    let known = this.recentTexts.find((recent) => sameBytes(recent.bytes, bytes));
    if (known === undefined) {
      known = { bytes, text: this.decode(bytes) };
      if (this.recentTexts.length < 8) this.recentTexts.push(known);
    }
    items.push(known.text);
    this.limit(items.length);
  }

  /** Passes over the current field. */
  skip(): void {
    if (this.wire === wireType.varint) this.varint();
    else if (this.wire === wireType.fixed64) this.take(8);
    else if (this.wire === wireType.fixed32) this.take(4);
    else this.bytes();
  }

  /** All bytes of the current field, its number among them, as a view of the file. */
  whole(): Uint8Array {
    this.skip();
    return this.file.subarray(this.fieldStart, this.position);
  }

  /** An error at the start of the current field. */
  broken(what: Text): HealerError {
    return new HealerError(onnxProblem.broken(this.fieldStart, what));
  }

  private decode(bytes: Uint8Array): string {
    try {
      return utf8Decoder.decode(bytes);
    } catch {
      throw this.broken({ en: "a text is not UTF-8", zh: "文本不是 UTF-8 编码" });
    }
  }

  private items<Item>(items: Item[], wire: number, read: () => Item): void {
    if (this.wire === wire) {
      items.push(read());
      return this.limit(items.length);
    }
    this.expect(wireType.bytes);
    const start = this.take(this.size());
    const end = this.position;
    // A varint is ten bytes at most; so a list that is too long is refused before room is made for it.
    const itemBytes = wire === wireType.fixed32 ? 4 : wire === wireType.fixed64 ? 8 : 10;
    this.limit(items.length + (end - start) / itemBytes);
    this.position = start;
    while (this.position < end) {
      items.push(read());
      this.limit(items.length);
    }
    if (this.position > end) {
      throw this.broken({ en: "a list ends within a number", zh: "列表在数字中途结束" });
    }
  }

  private limit(length: number): void {
    if (length > maxListLength) {
      throw new HealerError(
        onnxProblem.tooLarge({ en: "items in one list", zh: "单个列表的元素数" }, maxListLength),
      );
    }
  }

  private expect(wire: number): void {
    if (this.wire !== wire) {
      throw this.broken({
        en: `field ${this.field} has the wrong wire type`,
        zh: `字段 ${this.field} 的编码类型错误`,
      });
    }
  }

  private safeInteger(): number {
    this.varint();
    const value = this.high * 2 ** 32 + this.low;
    if (Number.isSafeInteger(value)) return value;
    throw this.broken({ en: "an integer is beyond 2^53", zh: "整数超出 2^53" });
  }

  /** Reads the length of a field. */
  private size(): number {
    this.varint();
    return this.high === 0 ? this.low : Infinity;
  }

  /** Passes over `size` bytes and returns where they start. */
  private take(size: number): number {
    if (size > this.end - this.position) throw this.tooShort();
    const start = this.position;
    this.position += size;
    return start;
  }

  /** Reads a varint into `low` (unsigned) and `high` (signed), the halves of a 64-bit number. */
  private varint(): void {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.position === this.end) throw this.tooShort();
      const byte = this.file[this.position++]!;
      const bits = byte & 127;
      if (shift < 32) low |= bits << shift;
      if (shift === 28) high = bits >>> 4;
      else if (shift > 28) high |= bits << (shift - 32);
      if (byte < 128) {
        this.low = low >>> 0;
        this.high = high;
        return;
      }
    }
    throw this.broken({ en: "a number is longer than 64 bits", zh: "数字超过 64 位" });
  }

  private tooShort(): HealerError {
    return this.end === this.file.length
      ? new HealerError(onnxProblem.truncated(this.fieldStart))
      : this.broken({
        en: "a field is longer than the message around it",
        zh: "字段长度超出其所在的消息",
      });
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}
