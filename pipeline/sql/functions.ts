/**
 * The functions that a query may call: those of the SQL of Polars that compute with values. A function that is not
 * here cannot be called, so that none that reads files can be, whatever Polars learns some day.
 */
export const sqlFunctions: ReadonlySet<string> = new Set(
  [
    "abs acos acosd asin asind atan atan2 atan2d atand cbrt ceil ceiling cos cosd cot cotd degrees div exp floor",
    "ln log log10 log1p log2 mod pi pow power radians round sign sin sind sqrt tan tand",
    "bit_and bit_not bit_or bit_xor",
    "date date_part datetime extract strftime strptime timestamp",
    "bit_length char_length character_length concat concat_ws ends_with left length lower lpad ltrim normalize",
    "octet_length position regexp_like replace reverse right rpad rtrim split_part starts_with string_to_array",
    "strpos substr substring trim upper",
    "cast coalesce greatest if ifnull least nullif try_cast",
    "avg corr count covar covar_pop covar_samp first last max median min quantile_cont quantile_disc stddev",
    "stddev_samp stdev stdev_samp sum var var_samp variance",
    "array_agg array_contains array_get array_length array_lower array_mean array_reverse array_sum",
    "array_to_string array_unique array_upper listagg string_agg unnest",
    "dense_rank first_value lag last_value lead rank row_number",
    "columns",
  ].join(" ").split(" "),
);

/** Types that may be written with a size in parentheses. */
export const sizedTypes: ReadonlySet<string> = new Set(
  "char character varchar decimal numeric dec float timestamp time datetime".split(" "),
);
