const digitZero = 48;
const minus = 45;
const dot = 46;
/** The most significant digits that a number is written with, unless it is whole and asks for all. */
const significantDigits = 5;
const mostDecimals = 7;
const powers = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** Bytes of ASCII text in the making; grows as needed. Made for millions of short numbers. */
export class TextBuffer {
  length = 0;

  private bytes: Uint8Array<ArrayBuffer>;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
  }

  /** A copy of what was written, which then begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const text = this.bytes.slice(0, this.length);
    this.length = 0;
    return text;
  }

  /** Appends one byte. */
  byte(code: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = code;
  }

  /** Appends text of ASCII characters. */
  text(text: string): void {
    this.reserve(text.length);
    for (let index = 0; index < text.length; index++) {
      this.bytes[this.length++] = text.charCodeAt(index);
    }
  }

  /** Appends a finite number below 1e18 in size as a whole number with all its digits. */
  whole(value: number): void {
    this.reserve(20);
    this.digits(this.sign(Math.round(value)));
  }

  /** Appends a finite number below 1e18 in size, rounded to 5 significant digits and 7 decimals. */
  decimal(value: number): void {
    this.reserve(28);
    const size = this.sign(value);
    let magnitude = 0;
    while (magnitude < 18 && size >= powers[magnitude]!) magnitude++;
    if (magnitude >= significantDigits) {
      const unit = powers[magnitude - significantDigits]!;
      this.digits(Math.round(size / unit) * unit);
      return;
    }
    let decimals = significantDigits - magnitude;
    if (magnitude === 0) {
      while (decimals < mostDecimals && size * powers[decimals]! < 1e4) decimals++;
    }
    let scaled = Math.round(size * powers[decimals]!);
    while (decimals > 0 && scaled % 10 === 0) {
      scaled /= 10;
      decimals--;
    }
    const unit = powers[decimals]!;
    const wholePart = Math.floor(scaled / unit);
    this.digits(wholePart);
    if (decimals === 0) return;
    this.bytes[this.length++] = dot;
    this.padded(scaled - wholePart * unit, decimals);
  }

  private sign(value: number): number {
    if (value < 0) this.bytes[this.length++] = minus;
    return Math.abs(value);
  }

  private digits(value: number): void {
    if (value < 1e9) {
      this.padded(value, countDigits(value));
      return;
    }
    const high = Math.floor(value / 1e9);
    this.padded(high, countDigits(high));
    this.padded(value - high * 1e9, 9);
  }

  /** Writes exactly `count` digits of a whole number below 1e9. */
  private padded(value: number, count: number): void {
    const end = this.length + count;
    let rest = value | 0;
    for (let index = end - 1; index >= this.length; index--) {
      const shorter = (rest / 10) | 0;
      this.bytes[index] = digitZero + rest - 10 * shorter;
      rest = shorter;
    }
    this.length = end;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

function countDigits(value: number): number {
  let count = 1;
  while (count < 9 && value >= powers[count]!) count++;
  return count;
}
