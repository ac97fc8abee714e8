import { nameList } from "../name_list.ts";
import type { Notice } from "../problem.ts";

/** What is worth knowing about a column before learning from it. */
export const profileNotice = {
  allMissing(column: string): Notice {
    const name = nameList([column]);
    return {
      code: "profile/all-missing",
      message: {
        en: `The column ${name.en} is empty; nothing can be learnt from it.`,
        zh: `列 ${name.zh} 为空，无法从中学习。`,
      },
    };
  },

  mostlyMissing(column: string, missing: number, rows: number): Notice {
    const name = nameList([column]);
    const share = Math.floor(100 * missing / rows);
    return {
      code: "profile/mostly-missing",
      message: {
        en: `The column ${name.en} is mostly empty: ${missing} of ${rows} cells (${share} %).`,
        zh: `列 ${name.zh} 大部分为空：${rows} 个单元格中有 ${missing} 个缺失（${share}%）。`,
      },
    };
  },

  constant(column: string, value: string): Notice {
    const name = nameList([column]);
    const only = nameList([value]);
    return {
      code: "profile/constant",
      message: {
        en: `The column ${name.en} holds the same value everywhere: ${only.en}.`,
        zh: `列 ${name.zh} 只有一个取值：${only.zh}。`,
      },
    };
  },

  duplicate(column: string, original: string): Notice {
    const name = nameList([column]);
    const first = nameList([original]);
    return {
      code: "profile/duplicate",
      message: {
        en: `The column ${name.en} is an exact copy of ${first.en}.`,
        zh: `列 ${name.zh} 与列 ${first.zh} 完全相同。`,
      },
    };
  },

  idLike(column: string): Notice {
    const name = nameList([column]);
    return {
      code: "profile/id-like",
      message: {
        en: `The column ${name.en} looks like a row identifier; as a feature it would mislead.`,
        zh: `列 ${name.zh} 像是行标识，用作特征会造成误导。`,
      },
    };
  },

  beyondExact(column: string, distinct: number, distinctRounded: number): Notice {
    const name = nameList([column]);
    const lost = distinct - distinctRounded;
    return {
      code: "profile/beyond-exact",
      message: {
        en: `The column ${name.en} reaches beyond 16,777,216 (2^24), where float32 rounds whole ` +
          "numbers" +
          (lost > 0
            ? `: ${distinct} different values become ${distinctRounded}.`
            : "; its values stay different."),
        zh: `列 ${name.zh} 的取值超过 16,777,216（2^24），float32 会对整数取舍` +
          (lost > 0
            ? `：${distinct} 个不同的值将变为 ${distinctRounded} 个。`
            : "，但各值仍可区分。"),
      },
    };
  },

  overflow(column: string, cells: number): Notice {
    const name = nameList([column]);
    return {
      code: "profile/overflow",
      message: {
        en: (cells === 1 ? "1 cell" : `${cells} cells`) + ` of the column ${name.en} ` +
          (cells === 1 ? "is" : "are") +
          " infinite or beyond ±3.4e38; learning takes that as missing.",
        zh: `列 ${name.zh} 中有 ${cells} 个单元格超出 ±3.4e38 或为无穷大，学习时按缺失值处理。`,
      },
    };
  },
};
