/** The values of `AttributeProto.AttributeType` in onnx.proto for the attributes that models here may have. */
export const attributeTypes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;
