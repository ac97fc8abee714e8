import { analyse } from "chardet";
import { HealerError } from "../problem.ts";
import { gb18030Evidence, utf8Evidence } from "./encoding_evidence.ts";
import { given, type Guess, guessed } from "./guess.ts";
import { tableProblem } from "./problems.ts";

/** Below so many bytes beyond ASCII the statistics of chardet mean nothing. */
const enoughForStatistics = 60;

/** chardet's confidence, of 100, from which it is believed against the rules here. */
const confident = 70;

/** Names people use that the Encoding Standard does not list. */
const aliases = new Map([["cp936", "gbk"], ["cp1252", "windows-1252"], ["cp950", "big5"], [
  "utf16",
  "utf-16",
]]);

/**
 * The encoding named by the caller, as the Encoding Standard (WHATWG) spells it. `utf-16` follows the byte
 * order mark of `sample`.
 *
 * @throws {HealerError} `table/unknown-encoding`
 */
export function givenEncoding(name: string, sample: Uint8Array): Guess<string> {
  const label = name.trim().toLowerCase();
  const known = aliases.get(label) ?? label;
  if (known === "utf-16" && sample[0] === 0xfe && sample[1] === 0xff) return given("utf-16be");
  try {
    return given(new TextDecoder(known).encoding);
  } catch (cause) {
    throw new HealerError(tableProblem.unknownEncoding(name), { cause });
  }
}

/**
 * Guesses the encoding of a text from a part of it that holds bytes beyond ASCII, if there are any: byte order
 * marks, then the zero bytes of UTF-16, then strict UTF-8, then GB18030 against windows-1252 (which is Latin-1
 * with a few more characters) and whatever else chardet is sure of.
 */
export function guessEncoding(sample: Uint8Array): Guess<string> {
  return byteOrderMark(sample) ?? utf16WithoutMark(sample) ?? utf8(sample) ?? legacy(sample);
}

function byteOrderMark(sample: Uint8Array): Guess<string> | undefined {
  const [first, second, third] = sample;
  const reason = ["it starts with a byte order mark", "文件以字节顺序标记（BOM）开头"] as const;
  if (first === 0xef && second === 0xbb && third === 0xbf) return guessed("utf-8", ...reason);
  if (first === 0xff && second === 0xfe) return guessed("utf-16le", ...reason);
  if (first === 0xfe && second === 0xff) return guessed("utf-16be", ...reason);
  return undefined;
}

/** In UTF-16 the delimiters, digits and line ends of a table have a zero byte, always on the same side. */
function utf16WithoutMark(sample: Uint8Array): Guess<string> | undefined {
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] === 0) zeros[index & 1]!++;
  }
  const pairs = sample.length >> 1;
  const [even = 0, odd = 0] = zeros;
  if (pairs < 2 || Math.max(even, odd) < 0.3 * pairs || Math.min(even, odd) > 0.03 * pairs) {
    return undefined;
  }
  return guessed(
    odd > even ? "utf-16le" : "utf-16be",
    "every second byte of most characters is zero",
    "多数字符每两个字节中有一个为零",
  );
}

function utf8(sample: Uint8Array): Guess<string> | undefined {
  const { characters, invalid } = utf8Evidence(sample);
  if (characters + invalid === 0) {
    return guessed("utf-8", "it is plain ASCII", "内容为纯 ASCII");
  }
  if (invalid === 0) return guessed("utf-8", "it is valid UTF-8", "内容符合 UTF-8");
  if (characters < 2 * invalid) return undefined;
  return guessed(
    "utf-8",
    "it is UTF-8 but for a few damaged places",
    "除少数损坏处外均符合 UTF-8",
  );
}

function legacy(sample: Uint8Array): Guess<string> {
  const { high, plausible } = gb18030Evidence(sample);
  const [best] = high < enoughForStatistics ? [] : analyse(sample);
  if (
    best && best.confidence >= confident && best.name !== "GB18030" && isDecodable(best.name) &&
    !(plausible && looksChinese(sample, best.name))
  ) {
    return guessed(
      new TextDecoder(best.name).encoding,
      `its letter statistics speak for it (${best.confidence} of 100)`,
      `字符统计特征与之相符（${best.confidence}/100）`,
    );
  }
  if (plausible) {
    return guessed(
      "gb18030",
      "it is not UTF-8, and its byte pairs are common Chinese characters",
      "不符合 UTF-8，且字节对多为常用汉字",
    );
  }
  return guessed(
    "windows-1252",
    "it is neither UTF-8 nor Chinese, so taken as Western European (Latin-1)",
    "既不是 UTF-8 也不是中文编码，按西欧编码（Latin-1）处理",
  );
}

/**
 * Whether a sample that may be GB18030 reads as something that neither Koreans nor Japanese write: Korean mixed
 * with Chinese characters, or Japanese without kana. The few words that labels repeat mislead statistics.
 */
function looksChinese(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  return /^euc-kr$/i.test(encoding)
    ? /\p{Script=Han}/u.test(text)
    : /^(euc-jp|shift_jis)$/i.test(encoding) &&
      !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function isDecodable(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
